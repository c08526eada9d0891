import { setTimeout as delay } from 'node:timers/promises'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { fail, ok } from '#shared/outcome.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Dialer, Resolver } from '#engine/environment.ts'
import { Secret } from '#engine/secret.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore, type TrustStore } from '#engine/tls/trust.ts'
import { authority } from '../../test/support/certificates.ts'
import type { Line } from './lines.ts'
import { HOST, USER } from './servers.ts'

/** What is behind a port: the port of a server, or one of the ways in which none answers. */
export type Endpoint = number | 'dropped' | 'refused' | 'unreachable'

/** By registered port. A port that is not named refuses. */
export type TestServers = Readonly<Record<number, Endpoint>>

export interface Setting {
  readonly endpoints: TestServers
  /** How long a refusal is on its way; the relay sees to everything else. */
  readonly roundTripMs: number
  readonly host?: string
  readonly password?: string
  readonly trust?: TrustStore
}

/** A finished check: its events with the time each of them came. */
export interface Observed {
  readonly result: CheckResult
  readonly ms: number
  readonly events: readonly { readonly atMs: number; readonly event: TestEvent }[]
}

const ownTrust = createTrustStore([authority.certificate])

const nothing = () => Promise.resolve(ok([]))

/** Answers at once: name look-ups are measured nowhere in here. */
const resolver: Resolver = {
  addresses: () => Promise.resolve(ok([{ address: '127.0.0.1', family: 4 }])),
  services: nothing,
  texts: nothing,
  nameServers: nothing,
  mailExchangers: nothing,
  mailRoutes: nothing,
  aliases: nothing,
  pointers: nothing,
  pinnedUsages: nothing,
}

/** Runs one check of these lines, with the limits that users get. */
export async function check(lines: readonly Line[], setting: Setting): Promise<Observed> {
  const { host = HOST, password = USER.password, trust = ownTrust } = setting
  const services = lines.map(({ protocol, security, port }) => {
    const service = confirmService({ protocol, host, port, security }, USER.name)
    if (!service.ok) throw new Error(service.error)
    return service.value
  })
  const request = {
    address: USER.name,
    services,
    credential: { kind: 'password', secret: new Secret(password) } as const,
    provider: null,
    testMessage: null,
    signal: new AbortController().signal,
  }
  const network = { resolver, dialer: dialerTo(setting), proxy: null }
  const tools = { ...network, trust, clock: systemClock, limits: DEFAULT_LIMITS }
  const startedAt = performance.now()
  const events: { atMs: number; event: TestEvent }[] = []
  for await (const event of runCheck(request, tools)) {
    const atMs = performance.now() - startedAt
    events.push({ atMs, event })
    if (event.type === 'done') return { result: event.result, ms: atMs, events }
  }
  throw new Error('the check did not end')
}

/** The same, for measurements that mean nothing unless everything works. */
export async function checkWorks(lines: readonly Line[], setting: Setting): Promise<Observed> {
  const observed = await check(lines, setting)
  if (observed.result.verdict === 'ok') return observed
  const codes = observed.result.endpoints.map(({ endpoint, code }) => `${endpoint.protocol} ${code}`)
  throw new Error(`the check should have worked: ${codes.join(', ')}`)
}

function dialerTo({ endpoints, roundTripMs }: Setting): Dialer {
  return {
    connect: async (target, signal) => {
      const endpoint = endpoints[target.port] ?? 'refused'
      if (typeof endpoint === 'number') return tcpDialer.connect({ ...target, port: endpoint }, signal)
      // A dropped packet is never answered, the others are refused after one round trip.
      const answerMs = endpoint === 'dropped' ? 2 ** 31 - 1 : roundTripMs
      await delay(answerMs, undefined, { signal }).catch(() => {})
      return fail({ kind: signal.aborted || endpoint === 'dropped' ? 'cancelled' : endpoint })
    },
  }
}
