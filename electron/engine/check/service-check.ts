import type { Provider } from '#shared/catalogue/provider.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { works } from '#shared/diagnosis/alternatives.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { remarksOn } from '#shared/diagnosis/remark.ts'
import type { Finding } from '#shared/diagnosis/finding.ts'
import type { EndpointResult, Verdict } from '#shared/domain/check-result.ts'
import { failureIn, reached, type Evidence, type Trail } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import {
  STAGES,
  type FailedStage,
  type Stage,
  type StageEvent,
  type StageRecord,
} from '#shared/domain/stage.ts'
import { UNKNOWN_SURROUNDINGS, type Surroundings } from '#shared/domain/surroundings.ts'
import type { Redactor } from '#shared/report/redact.ts'
import type { LoginGate } from '#engine/check/login-gate.ts'
import { mayBeTheNetwork, type Neighbourhood } from '#engine/check/neighbourhood.ts'
import { OtherDoors, type Where } from '#engine/check/other-doors.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import { proxyFor } from '#engine/net/proxy/proxy-server.ts'
import type { DeliveryPart } from '#engine/round-trip/delivery.ts'
import { probe, type ProbeRequest } from '#engine/probe/probe.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Credential } from '#engine/secret.ts'

/** What a service signs in with, and the gate before its first try. */
export interface SignInKey {
  readonly credential: Credential | null
  readonly gate: LoginGate
}

/** What the services of one check have in common. */
export interface CheckSetting {
  readonly address: string
  /** The address in the form the mail world uses, for the question whether a relay takes mail from it. */
  readonly sender: string
  readonly keyFor: (protocol: Protocol) => SignInKey
  readonly provider: Provider | null
  readonly neighbourhood: Neighbourhood
  readonly redact: Redactor
  readonly signal: AbortSignal
  /** Milliseconds since the check began. */
  readonly now: () => number
  readonly emit: (event: TestEvent) => void
  /** How far the other services have come. */
  readonly siblingsOf: (check: ServiceCheck) => readonly Trail[]
}

/** A door that has not answered by then is given up if another one of the same host has. */
const GIVE_UP_MS = 2_500

/** The faults that another door of the same server might explain or get round. */
const WORTH_A_LOOK: ReadonlySet<Fault['kind']> = new Set([
  'refused',
  'unreachable',
  'timeout',
  'disconnected',
  'not-tls',
  'wrong-service',
  'starttls-missing',
  'starttls-refused',
  'proxy-refused',
])

/** The live test of one service: the probe itself, the look at other doors, and the diagnosis at the end. */
export class ServiceCheck implements Trail {
  readonly service: ConfirmedService
  readonly stages: StageRecord[] = []
  readonly #delivery: DeliveryPart | null
  readonly #setting: CheckSetting
  readonly #tools: ProbeTools
  readonly #key: SignInKey
  readonly #doors: OtherDoors
  readonly #controller = new AbortController()
  #timers: NodeJS.Timeout[] = []
  #isOver = false
  #current: Stage | null = null

  constructor(
    service: ConfirmedService,
    delivery: DeliveryPart | null,
    setting: CheckSetting,
    tools: ProbeTools,
  ) {
    this.service = service
    this.#delivery = delivery
    this.#setting = setting
    this.#tools = tools
    this.#key = setting.keyFor(service.endpoint.protocol)
    this.#doors = new OtherDoors(service.endpoint, tools, setting)
  }

  get endpoint() {
    return this.service.endpoint
  }

  async run(): Promise<EndpointResult> {
    const { signal, now, redact } = this.#setting
    const passOn = () => this.#controller.abort(signal.reason)
    if (signal.aborted) passOn()
    else signal.addEventListener('abort', passOn, { once: true })
    const evidence = await probe(
      {
        endpoint: this.endpoint,
        entry: this.#entry(),
        pin: this.service.pin,
        signal: this.#controller.signal,
        now,
        redact,
        onEvent: (event) => this.#onEvent(event),
        onWaiting: (stage, sinceMs) => this.#emitWaiting(stage, sinceMs),
      },
      this.#tools,
    )
    this.#key.gate.leave(this.service)
    if (this.#delivery?.role === 'send') this.#delivery.delivery.settle(false)
    const result = await this.#conclude(evidence)
    signal.removeEventListener('abort', passOn)
    this.#stopLooking()
    return result
  }

  /** A relay needs no credential and is given none; it does not come near the gate where the others wait. */
  #entry(): ProbeRequest['entry'] {
    const { address, sender } = this.#setting
    const { credential, gate } = this.#key
    const { service } = this
    if (service.signIn === 'none')
      return { kind: 'relay', address: sender, delivery: this.#delivery?.delivery ?? null }
    if (credential === null) return null
    return {
      kind: 'sign-in',
      address,
      service,
      credential,
      mayProceed: (signal) => gate.enter(service, signal),
      delivery: this.#delivery,
    }
  }

  #onEvent(event: StageEvent): void {
    this.#setting.emit({ type: 'stage', protocol: this.endpoint.protocol, event })
    this.#current = event.stage
    if (event.status === 'running') {
      if (event.stage === this.#reaching || event.stage === 'greeting') this.#watch(event.stage)
      if (event.stage === 'capabilities' && this.#isSealed) this.#key.gate.approach(this.service)
      return
    }
    this.stages.push(event)
    if (event.stage === 'login') this.#key.gate.settle(this.service, event)
  }

  /** Whether what is asked now is asked on the line that the sign-in will take. */
  get #isSealed(): boolean {
    return this.endpoint.security !== 'starttls' || reached(this, 'certificate')
  }

  /** The stage in which the server is reached. A proxy that does not answer has no other doors. */
  get #reaching(): Stage {
    return proxyFor(this.endpoint.host, this.#tools.proxy) === null ? 'connect' : 'proxy'
  }

  #emitWaiting(stage: Stage, sinceMs: number): void {
    this.#setting.emit({ type: 'waiting', protocol: this.endpoint.protocol, stage, sinceMs })
  }

  /** While nothing answers, the other doors are looked at; a living one ends the waiting. */
  #watch(stage: Stage): void {
    const startedMs = this.#setting.now()
    this.#after(this.#tools.limits.alternativesAfterMs, () => void this.#lookAround(stage, startedMs))
  }

  async #lookAround(stage: Stage, startedMs: number): Promise<void> {
    if (this.#current !== stage || !this.#isSilent(stage)) return
    void this.#setting.neighbourhood.look()
    const giveUp = () => this.#giveUp(stage, startedMs)
    this.#after(GIVE_UP_MS - (this.#setting.now() - startedMs), giveUp)
    await this.#doors.look()
    this.#after(GIVE_UP_MS - (this.#setting.now() - startedMs), giveUp)
  }

  #after(ms: number, then: () => void): void {
    if (!this.#isOver) this.#timers.push(setTimeout(then, Math.max(0, ms)))
  }

  /** A late greeting is honest; only where TLS may be expected from the first byte is silence a sign of something else. */
  #isSilent(stage: Stage): boolean {
    return stage === this.#reaching || (stage === 'greeting' && this.endpoint.security === 'starttls')
  }

  #giveUp(stage: Stage, startedMs: number): void {
    if (this.#current !== stage || reached(this, stage) || !this.#isDoorToBlame(stage)) return
    this.#controller.abort({ kind: 'timeout', limitMs: this.#setting.now() - startedMs } satisfies Fault)
  }

  /** Silence is the fault of this door when its host answers at another one, or here with the other encryption. */
  #isDoorToBlame(stage: Stage): boolean {
    const { host, port } = this.endpoint
    const { trails } = this.#doors
    if (stage === 'greeting') return trails.some((trail) => trail.endpoint.port === port && works(trail))
    return [...trails, ...this.#setting.siblingsOf(this)].some(
      (trail) =>
        trail.endpoint.host === host && trail.endpoint.port !== port && reached(trail, this.#reaching),
    )
  }

  async #conclude(evidence: Evidence): Promise<EndpointResult> {
    const failed = failureIn(evidence)
    const { endpoint, userName, signIn } = this.service
    const { address, provider, siblingsOf } = this.#setting
    const { credential } = this.#key
    const context = {
      provider,
      credential: signIn === 'none' ? 'none' : (credential?.kind ?? 'none'),
      date: this.#tools.clock.date().toISOString().slice(0, 10),
    } as const
    const base = { endpoint, userName, signIn, passwordSent: evidence.passwordSent, evidence }
    if (failed === null) return { ...base, ...success(remarksOn(evidence, context)) }
    const surroundings = await this.#lookForReasons(failed)
    const alternatives = this.#doors.trails
    const finding = diagnose({
      evidence,
      failed,
      alternatives,
      siblings: siblingsOf(this),
      surroundings,
      address,
      origin: this.service.origin,
      signIn,
      ...context,
    })
    return {
      ...base,
      verdict: verdictOf(failed.fault),
      code: finding.code,
      alternatives,
      findings: [finding],
    }
  }

  /** Where another door works there is nothing left to ask the network. */
  async #lookForReasons(failed: FailedStage): Promise<Surroundings> {
    const { neighbourhood } = this.#setting
    const isNetwork = mayBeTheNetwork(failed)
    if (isNetwork) void neighbourhood.look()
    if (isWorthALook(failed, this.#reaching)) await this.#doors.look(whereToLook(failed))
    return isNetwork && !this.#doors.trails.some(works) ? neighbourhood.look() : UNKNOWN_SURROUNDINGS
  }

  #stopLooking(): void {
    this.#isOver = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers = []
    this.#doors.close()
  }
}

function success(
  remarks: readonly Finding[],
): Pick<EndpointResult, 'verdict' | 'code' | 'alternatives' | 'findings'> {
  const [first] = remarks
  return first === undefined
    ? { verdict: 'ok', code: 'OK', alternatives: [], findings: [] }
    : { verdict: 'warning', code: first.code, alternatives: [], findings: remarks }
}

/** Before the server could be reached, no door of it can do better; nor where the proxy wants a sign-in. */
function isWorthALook({ stage, fault }: FailedStage, reaching: Stage): boolean {
  if (STAGES.indexOf(stage) < STAGES.indexOf(reaching)) return false
  if (fault.kind === 'proxy-refused' && fault.reason.startsWith('auth')) return false
  return WORTH_A_LOOK.has(fault.kind)
}

/** A port that has spoken, if only as the wrong service, has shown its encryption: the other kind would wait in vain. */
function whereToLook({ fault }: FailedStage): Where {
  return fault.kind === 'wrong-service' ? 'elsewhere' : 'everywhere'
}

function verdictOf(fault: Fault): Verdict {
  return fault.kind === 'cancelled' || fault.kind === 'refused-elsewhere' ? 'skipped' : 'failed'
}
