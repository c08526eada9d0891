import type { Fault } from '#shared/domain/fault.ts'
import type { Stage, StageEvent, StageFacts, StageRecord } from '#shared/domain/stage.ts'
import type { Outcome } from '#shared/outcome.ts'
import { inert, type Inert } from '#shared/text/inert.ts'
import { interruptAfter, orInterrupted } from '#engine/interruption.ts'
import type { Limits } from '#engine/limits.ts'
import type { Transcript } from '#engine/transcript.ts'

/** What a probe is run with, from its caller. */
export interface StageOrder {
  /** The certificate to accept although no authority vouches for it, by its fingerprint; `null`: none. */
  readonly pin: string | null
  /** Aborts when the user cancels; inside the probe, also when the endpoint's own deadline has come. */
  readonly signal: AbortSignal
  /** Milliseconds since the check began. */
  readonly now: () => number
  readonly onEvent: (event: Inert<StageEvent>) => void
  /** Called once per stage when nothing has come back for `patienceMs`. */
  readonly onWaiting: (stage: Stage, sinceMs: number) => void
}

export interface StageContextOptions extends StageOrder {
  readonly limits: Limits
  readonly transcript: Transcript
}

/** What the work of a stage gets: a signal that ends it in time, and a place for what it learns on the way. */
export interface StageScope<S extends Stage> {
  readonly signal: AbortSignal
  readonly note: (facts: StageFacts[S]) => void
}

/** What a stage notes of our own: the name the user signs in with, the address mail goes to, the proxy in use. */
const OWN = ['userName', 'to', 'proxy'] satisfies readonly StageMember[]

/** What a stage notes in words, dates and numbers of our own making: no server chooses its letters. */
const FORMED =
  `stage status kind why how outcome method detail problems offer limit seen reason address version cipher publicKey
  fingerprint validFrom validTo`.split(/\s+/)

type StageMember = { [S in Stage]: keyof StageFacts[S] }[Stage]

type Work<S extends Stage, T> = (scope: StageScope<S>) => Promise<Outcome<T, Fault>>

/**
 * Carries one probe: its deadline, its cancellation, its transcript and the record of its stages. Every network
 * step runs inside a stage, so none can outlive its deadline whatever the server does. Whatever a stage learns and
 * whatever it fails with is made inert here and loses its secrets, and by no other way does anything become a fact.
 *
 * SECURITY: a server that was told the password may announce it as a capability, here or at another port.
 */
export class StageContext {
  readonly limits: Limits
  /** The certificate to accept although no authority vouches for it, or `null`. */
  readonly pin: string | null
  readonly signal: AbortSignal
  readonly transcript: Transcript
  readonly records: Inert<StageRecord>[] = []
  readonly #options: StageContextOptions

  constructor(options: StageContextOptions) {
    this.limits = options.limits
    this.pin = options.pin
    this.signal = options.signal
    this.transcript = options.transcript
    this.#options = options
  }

  /** For steps the caller is not told about; they end with this context all the same. */
  outOfSight(): StageContext {
    return new StageContext({ ...this.#options, onEvent: () => {}, onWaiting: () => {} })
  }

  /**
   * Runs one stage and reports its start and its end. `limitMs` is absolute, from now. A bug in it is thrown, and what
   * the stage had begun is called off.
   */
  async stage<S extends Stage, T>(stage: S, limitMs: number, work: Work<S, T>): Promise<Outcome<T, Fault>> {
    const { now, onEvent } = this.#options
    const startedMs = now()
    let facts: StageFacts[S] = {}
    onEvent({ stage, status: 'running', startedMs, facts } as Inert<StageEvent>)
    const interruption = interruptAfter(limitMs, this.signal)
    const patience = this.#beImpatient(stage, startedMs)
    const note = (learned: StageFacts[S]) => {
      facts = { ...facts, ...learned }
    }
    try {
      const { signal } = interruption
      const working = orInterrupted(signal, () => work({ signal, note }))
      const outcome = await Promise.race([working, patience.bug])
      const ending = outcome.ok ? { status: 'ok' } : { status: 'failed', fault: outcome.error }
      this.#record({ stage, startedMs, endedMs: now(), facts, ...ending } as StageRecord)
      return outcome
    } catch (error) {
      interruption.callOff()
      throw error
    } finally {
      patience.end()
      interruption.end()
    }
  }

  /** Tells once that nothing has come back yet. A bug in telling is one of the stage. */
  #beImpatient(stage: Stage, startedMs: number): { readonly bug: Promise<never>; readonly end: () => void } {
    const { now, onWaiting } = this.#options
    let timer: NodeJS.Timeout | undefined
    const bug = new Promise<never>((_, reject) => {
      const tell = async () => onWaiting(stage, now() - startedMs)
      timer = setTimeout(() => void tell().catch(reject), this.limits.patienceMs)
    })
    return { bug, end: () => clearTimeout(timer) }
  }

  /** Records a stage that was left out on purpose. */
  skip<S extends Stage>(stage: S, facts: StageFacts[S]): void {
    const nowMs = this.#options.now()
    this.#record({ stage, status: 'skipped', startedMs: nowMs, endedMs: nowMs, facts } as StageRecord)
  }

  #record(record: StageRecord): void {
    const { redact } = this.transcript
    const shown = inert(record, { own: OWN, redaction: { redact, except: FORMED } })
    this.records.push(shown)
    this.#options.onEvent(shown)
  }
}
