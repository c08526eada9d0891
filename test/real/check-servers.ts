import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import { createResolver } from '#engine/net/resolver.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { TestMessage } from '#engine/round-trip/test-message.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { authority } from '../support/certificates.ts'
import { ANNA } from '../support/real/mail-pair.ts'

/** The network as the system has it; only the authority is ours. */
export const REAL_TOOLS: ProbeTools = {
  resolver: createResolver({ server: null, timeoutMs: 5_000 }),
  dialer: tcpDialer,
  proxy: null,
  trust: createTrustStore([authority.certificate]),
  clock: systemClock,
  limits: DEFAULT_LIMITS,
}

interface CheckExtras extends Partial<ProbeTools> {
  /** Sent from the account to itself. */
  readonly testMessage?: TestMessage | null
}

/** A check of real servers with the system's own resolver, clock and limits; only the authority is ours. */
export async function checkServers(
  endpoints: readonly ServerEndpoint[],
  secret: string,
  kind: Credential['kind'] = 'password',
  { testMessage = null, ...tools }: CheckExtras = {},
) {
  const services = endpoints.flatMap((endpoint) => {
    const service = confirmService(endpoint, ANNA.name)
    return service.ok ? [service.value] : []
  })
  const request = {
    address: ANNA.name,
    services,
    credential: { kind, secret: new Secret(secret) },
    provider: null,
    testMessage,
    signal: new AbortController().signal,
  }
  for await (const event of runCheck(request, { ...REAL_TOOLS, ...tools }))
    if (event.type === 'done') return event.result
  throw new Error('the check did not end')
}
