import { usesTls } from '#shared/diagnosis/alternatives.ts'
import { captivePortal } from '#shared/diagnosis/network/captive-portal.ts'
import { reached, type Trail } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { Stage, StageEvent } from '#shared/domain/stage.ts'
import type { CheckSetting } from '#engine/check/check-setting.ts'
import type { OtherEndpoints } from '#engine/check/other-endpoints.ts'
import type { WebAtPort } from '#engine/surroundings/web-at-port.ts'
import { proxyFor } from '#engine/net/proxy/proxy-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** A port that has not answered by then is given up if another one of the same host has. */
const GIVE_UP_MS = 2_500

/** The stage in which a server is reached. A proxy that does not answer has no other ports. */
export function reachingStage(host: string, { proxy }: ProbeTools): 'connect' | 'proxy' {
  return proxyFor(host, proxy) === null ? 'connect' : 'proxy'
}

/** One check as far as its silence is concerned. */
export interface Watched {
  readonly trail: Trail
  readonly endpoints: OtherEndpoints
  readonly webAtPort: WebAtPort
  readonly setting: CheckSetting
  readonly tools: ProbeTools
  /** Ends the check: it waits in vain, or the watch itself is broken. */
  readonly abort: (fault: Fault) => void
}

/** Waits beside a check: while nothing answers, the other ports are looked at; a living one ends the waiting. */
export class SilenceWatch {
  readonly #watched: Watched
  readonly #reaching: Stage
  #timers: NodeJS.Timeout[] = []
  #isOver = false
  #current: Stage | null = null
  #bug: { readonly error: unknown } | null = null

  constructor(watched: Watched) {
    this.#watched = watched
    this.#reaching = reachingStage(watched.trail.endpoint.host, watched.tools)
  }

  /** Told of everything that happens in the check. */
  see({ stage, status }: StageEvent): void {
    this.#current = stage
    if (status !== 'running' || (stage !== this.#reaching && stage !== 'greeting')) return
    const startedMs = this.#watched.setting.now()
    this.#after(this.#watched.tools.limits.alternativesAfterMs, () => this.#observeNetwork(stage, startedMs))
  }

  /** A bug of the watch is one of the check: it is thrown where the check is waited for. */
  throwIfBroken(): void {
    if (this.#bug !== null) throw this.#bug.error
  }

  stop(): void {
    this.#isOver = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers = []
  }

  async #observeNetwork(stage: Stage, startedMs: number): Promise<void> {
    if (this.#current !== stage || !this.#isSilent(stage)) return
    const { endpoints, setting } = this.#watched
    const giveUp = () => this.#giveUp(stage, startedMs)
    void this.#lookForPortal(stage, startedMs).catch(this.#break)
    // By then an honest server has greeted, or has at least said that it will be a while.
    if (stage === 'greeting')
      this.#after(this.#watched.tools.limits.replyMs - (setting.now() - startedMs), () =>
        this.#lookForWeb(stage, startedMs),
      )
    this.#after(GIVE_UP_MS - (setting.now() - startedMs), giveUp)
    await endpoints.observe()
    this.#after(GIVE_UP_MS - (setting.now() - startedMs), giveUp)
  }

  #after(ms: number, then: () => Promise<void> | void): void {
    if (this.#isOver) return
    const run = async () => then()
    this.#timers.push(setTimeout(() => void run().catch(this.#break), Math.max(0, ms)))
  }

  readonly #break = (error: unknown): void => {
    this.#bug ??= { error }
    this.#watched.abort({ kind: 'cancelled' })
  }

  /** A late greeting is honest; only where TLS may be expected from the first byte is silence a sign of something else. */
  #isSilent(stage: Stage): boolean {
    const { security } = this.#watched.trail.endpoint
    return stage === this.#reaching || (stage === 'greeting' && security !== 'tls')
  }

  #giveUp(stage: Stage, startedMs: number): void {
    if (this.#isPortToBlame(stage)) this.#waitNoLonger(stage, startedMs)
  }

  /** Where the page of a network answers for everything, no greeting will come. */
  async #lookForPortal(stage: Stage, startedMs: number): Promise<void> {
    const around = await this.#watched.setting.networkObservation.observe()
    if (stage === 'greeting' && captivePortal(around) !== null) this.#waitNoLonger(stage, startedMs)
  }

  async #lookForWeb(stage: Stage, startedMs: number): Promise<void> {
    if (this.#current !== stage || reached(this.#watched.trail, stage)) return
    if ((await this.#watched.webAtPort.ask()) !== null) this.#waitNoLonger(stage, startedMs)
  }

  #waitNoLonger(stage: Stage, startedMs: number): void {
    const { trail, setting, abort } = this.#watched
    if (this.#isOver || this.#current !== stage || reached(trail, stage)) return
    abort({ kind: 'timeout', limitMs: setting.now() - startedMs })
  }

  /** Silence is the fault of this port when its host answers at another one, or here with the other encryption. */
  #isPortToBlame(stage: Stage): boolean {
    const { trail: own, endpoints, setting } = this.#watched
    const { host, port } = own.endpoint
    const { trails } = endpoints
    if (stage === 'greeting') return trails.some((trail) => trail.endpoint.port === port && usesTls(trail))
    return [...trails, ...setting.siblingsOf(own)].some(
      (trail) =>
        trail.endpoint.host === host && trail.endpoint.port !== port && reached(trail, this.#reaching),
    )
  }
}
