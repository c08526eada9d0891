import { join } from 'node:path'
import { providerById } from '#shared/catalogue/look-up.ts'
import { dataDirectory } from '#engine/accounts/data-directory.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import { DEFAULT_LIMITS, type Limits } from '#engine/limits.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { createResolver } from '#engine/net/resolver.ts'
import { createKeyringStore } from '#engine/secrets/keyring-store.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore } from '#engine/tls/trust.ts'

/** What a technician can change about the world without editing code. */
export interface SystemOptions {
  readonly limits: Limits
  /** `host:port` of a name server, instead of the system's. */
  readonly dnsServer: string | null
  /** PEM texts of authorities to trust besides the system's. */
  readonly authorities: readonly string[]
  /** The way to the mail servers; name servers are asked directly all the same. */
  readonly proxy: ProxyServer | null
}

export const DEFAULT_OPTIONS: SystemOptions = {
  limits: DEFAULT_LIMITS,
  dnsServer: null,
  authorities: [],
  proxy: null,
}

/** The real world: this computer's network, keychain and files. */
export function systemPorts(
  host: Pick<EnginePorts, 'version' | 'host' | 'openUrl'>,
  { limits, dnsServer, authorities, proxy }: SystemOptions = DEFAULT_OPTIONS,
): EnginePorts {
  return {
    ...host,
    probe: {
      resolver: createResolver({ server: dnsServer, timeoutMs: limits.dnsMs }),
      dialer: tcpDialer,
      proxy,
      trust: createTrustStore(authorities),
      clock: systemClock,
      limits,
    },
    sources: SOURCES,
    providerById,
    secrets: createKeyringStore(process.platform),
    accountsPath: join(dataDirectory(process.platform, process.env), 'accounts.json'),
    practice: null,
  }
}
