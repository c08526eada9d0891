import { reached, type Trail } from '#shared/domain/evidence.ts'
import type { StageEvent, StageRecord } from '#shared/domain/stage.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { CheckSetting, SignInKey } from '#engine/check/check-setting.ts'
import { conclude } from '#engine/check/conclusion.ts'
import { OtherEndpoints } from '#engine/check/other-endpoints.ts'
import { SilenceWatch } from '#engine/check/silence-watch.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { Delivery } from '#engine/round-trip/delivery.ts'
import { WebAtPort } from '#engine/surroundings/web-at-port.ts'
import { probe, type ProbeRequest } from '#engine/probe/probe.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** The live test of one service: the probe, the watch beside it, and the conclusion at the end. */
export class ServiceCheck implements Trail {
  readonly service: ConfirmedService
  readonly stages: StageRecord[] = []
  readonly #delivery: Delivery | null
  readonly #setting: CheckSetting
  readonly #tools: ProbeTools
  readonly #key: SignInKey
  readonly #endpoints: OtherEndpoints
  readonly #webAtPort: WebAtPort
  readonly #watch: SilenceWatch
  readonly #controller = new AbortController()

  constructor(
    service: ConfirmedService,
    delivery: Delivery | null,
    setting: CheckSetting,
    tools: ProbeTools,
  ) {
    this.service = service
    this.#delivery = delivery
    this.#setting = setting
    this.#tools = tools
    this.#key = setting.keyFor(service.endpoint.protocol)
    this.#endpoints = new OtherEndpoints(service.endpoint, tools, setting)
    this.#webAtPort = new WebAtPort(service.endpoint, tools, setting.signal)
    this.#watch = new SilenceWatch({
      trail: this,
      endpoints: this.#endpoints,
      webAtPort: this.#webAtPort,
      setting,
      tools,
      abort: (fault) => this.#controller.abort(fault),
    })
  }

  get endpoint() {
    return this.service.endpoint
  }

  /** Whatever comes of it, a bug included, no timer, no listener, no socket and no waiting sister is left behind. */
  async run(): Promise<EndpointResult> {
    const { signal } = this.#setting
    const passOn = () => this.#controller.abort(signal.reason)
    if (signal.aborted) passOn()
    else signal.addEventListener('abort', passOn, { once: true })
    try {
      const evidence = await this.#probe()
      this.#watch.throwIfBroken()
      const { service } = this
      const { credential } = this.#key
      const [endpoints, webAtPort] = [this.#endpoints, this.#webAtPort]
      const [setting, tools] = [this.#setting, this.#tools]
      return await conclude({
        evidence,
        trail: this,
        service,
        credential,
        endpoints,
        webAtPort,
        setting,
        tools,
      })
    } finally {
      signal.removeEventListener('abort', passOn)
      this.#watch.stop()
      this.#endpoints.close()
    }
  }

  /** The sisters are let go as soon as this service has ended, and before anything is looked for. */
  async #probe() {
    const { now, redact, emit } = this.#setting
    const { endpoint } = this
    try {
      return await probe(
        {
          endpoint,
          entry: this.#entry(),
          pin: this.service.pin,
          signal: this.#controller.signal,
          now,
          redact,
          onEvent: (event) => this.#onEvent(event),
          onWaiting: (stage, sinceMs) =>
            emit({ type: 'waiting', protocol: endpoint.protocol, stage, sinceMs }),
        },
        this.#tools,
      )
    } finally {
      this.#key.gate.leave(this.service)
      if (endpoint.protocol === 'smtp') this.#delivery?.settle(false)
    }
  }

  /** A relay needs no credential and is given none; it does not come near the gate where the others wait. */
  #entry(): ProbeRequest['entry'] {
    const { address, sender, onlyMechanism } = this.#setting
    const { credential, gate } = this.#key
    const { service } = this
    if (service.signIn === 'none') return { kind: 'relay', address: sender, delivery: this.#delivery }
    if (credential === null) return null
    return {
      kind: 'sign-in',
      address,
      service,
      credential,
      onlyMechanism,
      mayProceed: (signal) => gate.enter(service, signal),
      delivery: this.#delivery,
    }
  }

  #onEvent(event: StageEvent): void {
    this.#setting.emit({ type: 'stage', protocol: this.endpoint.protocol, event })
    this.#watch.see(event)
    if (event.status === 'running') {
      if (event.stage === 'capabilities' && this.#isEncrypted) this.#key.gate.approach(this.service)
      return
    }
    this.stages.push(event)
    if (event.stage === 'login') this.#key.gate.settle(this.service, event)
  }

  /** Whether what is asked now is asked on the line that the sign-in will take. */
  get #isEncrypted(): boolean {
    return this.endpoint.security !== 'starttls' || reached(this, 'certificate')
  }
}
