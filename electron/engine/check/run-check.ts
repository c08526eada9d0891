import type { Provider } from '#shared/catalogue/provider.ts'
import { createEventQueue } from '#shared/contract/event-queue.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { isGood, type CheckResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { CheckSetting, SignInKey } from '#engine/check/check-setting.ts'
import { LoginGate } from '#engine/check/login-gate.ts'
import { NetworkObservation } from '#engine/check/network-observation.ts'
import { redactorFor, senderOf } from '#engine/check/secrets-redactor.ts'
import { ServiceCheck } from '#engine/check/service-check.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import { ProxySignInGate } from '#engine/net/proxy/sign-in-gate.ts'
import { Delivery } from '#engine/round-trip/delivery.ts'
import type { TestMessage } from '#engine/round-trip/test-message.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Credential } from '#engine/secret.ts'

export interface CheckRequest {
  readonly address: string
  readonly services: readonly ConfirmedService[]
  readonly credential: Credential | null
  /** For sending alone, where that takes another password. */
  readonly sendingCredential?: Credential | null
  readonly provider: Provider | null
  /** The one mechanism that may be used; missing where the best is to be found. */
  readonly onlyMechanism?: string | undefined
  /** Sent from the account to itself or to another address; `null`: the sign-ins are all that is tested. */
  readonly testMessage: TestMessage | null
  readonly signal: AbortSignal
}

/**
 * Tests the services of one account side by side and tells what happens as it happens. The last event is `done`.
 * Leaving the loop early cancels everything, like aborting the signal: all sockets are closed at once.
 */
export function runCheck(request: CheckRequest, network: ProbeTools): AsyncIterable<TestEvent> {
  const tools = { ...network, proxySignIn: new ProxySignInGate() }
  const abandon = new AbortController()
  const queue = createEventQueue<TestEvent>(() => abandon.abort())
  const startedAt = tools.clock.now()
  const signal = AbortSignal.any([request.signal, abandon.signal])
  const setting: CheckSetting = {
    address: request.address,
    sender: senderOf(request.address),
    keyFor: keysOf(request, tools.limits.loginGateMs),
    provider: request.provider,
    onlyMechanism: request.onlyMechanism,
    networkObservation: new NetworkObservation(
      request.address,
      request.services.map(({ endpoint }) => endpoint.host),
      { tools, signal },
    ),
    redact: redactorFor(request, tools),
    signal,
    now: () => Math.round((tools.clock.now() - startedAt) * 10) / 10,
    emit: queue.push,
    siblingsOf: (check) => checks.filter((other) => other !== check),
  }
  const deliveries = deliveriesOf(request)
  const checks = request.services.map(
    (service) => new ServiceCheck(service, deliveries.get(service) ?? null, setting, tools),
  )
  const endpoints = request.services.map(({ endpoint }) => endpoint)
  const start = async () => {
    const at = tools.clock.date().toISOString()
    queue.push({ type: 'started', endpoints, network: tools.network?.() ?? '', at })
    await runAll(request.address, checks, queue.push, () => abandon.abort())
  }
  void start().then(
    () => queue.end(),
    (error: unknown) => queue.fail(error instanceof Error ? error : new Error(String(error))),
  )
  return queue
}

/** A password is tried by one service first; two different passwords have nothing to tell each other. */
function keysOf({ credential, sendingCredential = null }: CheckRequest, patienceMs: number) {
  const usual: SignInKey = { credential, gate: new LoginGate(patienceMs) }
  if (sendingCredential === null) return () => usual
  const sending: SignInKey = { credential: sendingCredential, gate: new LoginGate(patienceMs) }
  return (protocol: Protocol) => (protocol === 'smtp' ? sending : usual)
}

/**
 * Who sends and who watches: IMAP where it is tested, because its sessions see new mail. What goes to another address
 * arrives in no mailbox of this account.
 */
function deliveriesOf({ services, testMessage }: CheckRequest): ReadonlyMap<ConfirmedService, Delivery> {
  if (testMessage === null) return new Map()
  const delivery = new Delivery(testMessage)
  const of = (protocol: Protocol) => services.find(({ endpoint }) => endpoint.protocol === protocol)
  const sender = of('smtp')
  const watcher = testMessage.to === testMessage.from ? (of('imap') ?? of('pop3')) : undefined
  if (sender === undefined) delivery.settle(false)
  return new Map([
    ...(sender === undefined ? [] : [[sender, delivery] as const]),
    ...(watcher === undefined ? [] : [[watcher, delivery] as const]),
  ])
}

/** @param callOff ends the other services when a bug has ended one: there is no result any more to wait for */
async function runAll(
  address: string,
  checks: readonly ServiceCheck[],
  emit: (event: TestEvent) => void,
  callOff: () => void,
): Promise<void> {
  const runs = checks.map(async (check) => {
    const result = await check.run()
    emit({ type: 'result', protocol: check.endpoint.protocol, result })
    return result
  })
  for (const run of runs) run.catch(callOff)
  await Promise.allSettled(runs)
  const endpoints = await Promise.all(runs)
  // Nothing was tested, so nothing was proved.
  const works = endpoints.length > 0 && endpoints.every(({ verdict }) => isGood(verdict))
  const result: CheckResult = { address, verdict: works ? 'ok' : 'problem', endpoints }
  emit({ type: 'done', result })
}
