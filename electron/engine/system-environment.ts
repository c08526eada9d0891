import { homedir } from 'node:os'
import { providerById } from '#shared/catalogue/look-up.ts'
import { accountsFile } from '#engine/accounts/data-directory.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { asProvider } from '#shared/policy/policy-candidates.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { Environment } from '#engine/create-engine.ts'
import { createPolicySource } from '#engine/discovery/policy-source.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import { DEFAULT_LIMITS, type Limits } from '#engine/limits.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import { networkFingerprint } from '#engine/net/network-fingerprint.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { createResolver } from '#engine/net/resolver.ts'
import { laidDownClients } from '#engine/oauth/client.ts'
import type { LoadedPolicy } from '#engine/policy/policy-file.ts'
import type { SecretStore } from '#engine/environment.ts'
import { createKeyringStore } from '#engine/secrets/keyring-store.ts'
import { createSplitStore } from '#engine/secrets/split-store.ts'
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
  /** What the organisation has laid down; what the user says themselves about proxy and authorities comes first. */
  readonly policy: LoadedPolicy | null
}

export const DEFAULT_OPTIONS: SystemOptions = {
  limits: DEFAULT_LIMITS,
  dnsServer: null,
  authorities: [],
  proxy: null,
  policy: null,
}

/** The real world: this computer's network, keychain and files. */
export function systemEnvironment(
  host: Pick<Environment, 'version' | 'host' | 'openUrl'> &
    Partial<Pick<Environment, 'choosePlace' | 'printPage'>>,
  { limits, dnsServer, authorities, proxy, policy }: SystemOptions = DEFAULT_OPTIONS,
): Environment {
  return {
    choosePlace: null,
    printPage: null,
    ...host,
    probe: {
      resolver: createResolver({ server: dnsServer, timeoutMs: limits.dnsMs }),
      dialer: tcpDialer,
      proxy: proxy ?? policy?.proxy ?? null,
      network: networkFingerprint,
      controlHosts: policy?.policy.controlHosts ?? [],
      mechanismOrder: policy?.policy.mechanismOrder ?? 'plain-first',
      trust: createTrustStore([...authorities, ...(policy?.authorities ?? [])]),
      clock: systemClock,
      limits,
    },
    sources: sourcesUnder(policy?.policy ?? null),
    providerById: (id) => ownProvider(policy?.policy ?? null, id) ?? providerById(id),
    policy: policy?.policy ?? null,
    oauth: {
      laidDown: laidDownClients(policy?.policy ?? null, process.env),
      patienceMs: limits.oauthMs,
    },
    secrets: systemStore(process.platform),
    accountsPath: accountsFile(process.platform, process.env),
    programs: { platform: process.platform, home: homedir(), root: '/', env: process.env },
    practice: null,
  }
}

/** The Credential Manager of Windows holds 2,560 bytes of UTF-16 and no more. */
const WINDOWS_LENGTH = 1_280

function systemStore(platform: NodeJS.Platform): SecretStore {
  const store = createKeyringStore(platform)
  return platform === 'win32' ? createSplitStore(store, WINDOWS_LENGTH) : store
}

/** Usual names stay: they are what typing starts from, and ask no server. */
function sourcesUnder(policy: Policy | null): readonly DiscoverySource[] {
  if (policy === null) return SOURCES
  const wanted = SOURCES.filter(({ id }) => id === 'proposal' || !policy.sourcesOff.includes(id))
  return [createPolicySource(policy), ...wanted]
}

function ownProvider(policy: Policy | null, id: string): Provider | null {
  const own = policy?.providers.find((provider) => provider.id === id)
  return own === undefined ? null : asProvider(own)
}
