import type { Provider } from '#shared/catalogue/provider.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import type { Limits } from '#engine/limits.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Dialer, Resolver } from '#engine/environment.ts'
import {
  startScriptedServer,
  type Script,
  type ScriptedServer,
} from '#engine/practice/kit/scripted-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { authority, HOST } from './certificates.ts'
import { createCanary, type Canary } from './canary.ts'
import { startOracle, type Traces } from './oracle.ts'
import { everyName, resolverWith } from './resolvers.ts'
import { TEST_LIMITS } from './test-limits.ts'

const trust = createTrustStore([authority.certificate])

/** Every test name leads to loopback, whichever server is behind it. */
export const loopbackResolver: Resolver = resolverWith({
  addresses: everyName([{ address: '127.0.0.1', family: 4 }]),
})

/** What stands behind the ports of the test world: a scripted server, or a relay in front of one. */
type TestServers = Readonly<Record<number, Pick<ScriptedServer, 'port'>>>

/** Leads the ports of the test world to the ports of the servers; other ports are refused. */
export function dialerTo(endpoints: TestServers): Dialer {
  return {
    connect: (target, signal) =>
      tcpDialer.connect({ ...target, port: endpoints[target.port]?.port ?? 1 }, signal),
  }
}

export function toolsFor(endpoints: TestServers, limits: Limits = TEST_LIMITS): ProbeTools {
  const network = { resolver: loopbackResolver, dialer: dialerTo(endpoints), proxy: null }
  return { ...network, trust, clock: systemClock, limits }
}

export interface Trial extends Traces {
  readonly endpoint: ServerEndpoint
  readonly check: CheckResult
}

export interface TrialOptions {
  readonly protocol: Protocol
  readonly address?: string
  readonly userName?: string
  readonly security?: ServerEndpoint['security']
  readonly host?: string
  readonly port?: number
  readonly limits?: Limits
  readonly provider?: Provider
  /** A service the user typed may carry an exception for one certificate. */
  readonly origin?: ConfirmedService['origin']
  readonly pin?: string | null
  /** A relay takes mail without one. */
  readonly signIn?: ConfirmedService['signIn']
  readonly credential?: 'password' | 'token' | 'none'
  /** Servers at other ports of the same host, by port. */
  readonly otherEndpoints?: Readonly<Record<number, Script>>
  /** Exchanges parts of the network. */
  readonly tools?: (own: ProbeTools) => Partial<ProbeTools>
  readonly canary?: Canary
}

const PORTS: Readonly<Record<Protocol, Readonly<Record<ServerEndpoint['security'], number>>>> = {
  smtp: { tls: 465, starttls: 587, none: 25 },
  imap: { tls: 993, starttls: 143, none: 143 },
  pop3: { tls: 995, starttls: 110, none: 110 },
}

/** Runs the whole check of one service against scripted servers, and the oracle after it. */
export async function tryOut(script: Script, options: TrialOptions): Promise<Trial> {
  const { protocol, security = 'tls', host = HOST, limits = TEST_LIMITS } = options
  const consult = startOracle()
  const endpoint: ServerEndpoint = {
    protocol,
    host,
    security,
    port: options.port ?? PORTS[protocol][security],
  }
  const scripts = { [endpoint.port]: script, ...options.otherEndpoints }
  const endpoints = Object.fromEntries(
    await Promise.all(
      Object.entries(scripts).map(async ([port, act]) => [port, await startScriptedServer(act)] as const),
    ),
  ) as Readonly<Record<number, ScriptedServer>>
  const canary = options.canary ?? createCanary()
  const { origin = 'found', pin = null, signIn = 'password' } = options
  const { address = 'anna@example.test', userName = address } = options
  const service = confirmService(endpoint, userName, { origin, pin, signIn })
  if (!service.ok) throw new Error(service.error)
  const kind = options.credential ?? 'password'
  const events: TestEvent[] = []
  const request = {
    address,
    services: [service.value],
    credential: kind === 'none' ? null : { kind, secret: new Secret(canary.secret) },
    provider: options.provider ?? null,
    testMessage: null,
    signal: new AbortController().signal,
  }
  const own = toolsFor(endpoints, limits)
  for await (const event of runCheck(request, { ...own, ...options.tools?.(own) })) events.push(event)
  const last = events.at(-1)
  if (last?.type !== 'done') throw new Error('the check did not end')
  const [result] = last.result.endpoints
  if (result === undefined) throw new Error('the check has no result')
  const servers = Object.values(endpoints)
  const trial: Trial = { endpoint, result, check: last.result, events, servers, canary }
  await consult(trial)
  return trial
}
