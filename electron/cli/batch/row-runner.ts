import type { SignInTarget } from '#shared/accounts/refusals.ts'
import type { EndedAt } from '#shared/batch/ending.ts'
import { Schedule, type Job, type ScheduleLimits } from '#shared/batch/schedule.ts'
import type { PaceNotice } from '#shared/batch/server-pace.ts'

/** What came of one try of a row. */
export interface Trial<R> {
  readonly result: R
  readonly endings: readonly EndedAt[]
}

export interface RunnerTools<T, R> {
  /** `stopped`: it was called off, and says nothing about the row. */
  readonly test: (row: T, tries: number) => Promise<Trial<R> | 'stopped'>
  /** What becomes of a row whose account has just had a password refused. */
  readonly passOver: (row: T) => R
  readonly onNotice: (notice: PaceNotice) => void
  readonly signal: AbortSignal
}

interface Submitted<T, R> {
  readonly row: T
  readonly settle: (result: R | 'stopped') => void
  readonly fail: (error: unknown) => void
}

/** Carries out what the schedule decides: it has the clock, starts rows and waits. */
export class RowRunner<T, R> {
  readonly #schedule: Schedule<Submitted<T, R>>
  readonly #tools: RunnerTools<T, R>
  #timer: NodeJS.Timeout | null = null
  #onRoom: (() => void) | null = null
  readonly #waiting = new Set<Submitted<T, R>>()

  constructor(limits: ScheduleLimits, tools: RunnerTools<T, R>) {
    this.#schedule = new Schedule(limits)
    this.#tools = tools
    tools.signal.addEventListener('abort', () => this.#stop(), { once: true })
  }

  /** Resolves when another row may be submitted, so that of a long file only a part is held. */
  async room(): Promise<void> {
    if (this.#schedule.hasRoom || this.#tools.signal.aborted) return
    await new Promise<void>((resolve) => {
      this.#onRoom = resolve
    })
  }

  /** Resolves when the row has had its turn, or with `stopped` when it will have none. */
  submit(row: T, targets: readonly SignInTarget[]): Promise<R | 'stopped'> {
    if (this.#tools.signal.aborted) return Promise.resolve('stopped')
    return new Promise((resolve, reject) => {
      const submitted = { row, settle: resolve, fail: reject }
      this.#waiting.add(submitted)
      this.#schedule.add(submitted, targets)
      this.#pump()
    })
  }

  #pump(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    while (!this.#tools.signal.aborted) {
      const decision = this.#schedule.next(performance.now())
      if (decision.kind === 'wait') {
        if (decision.ms !== null) this.#timer = setTimeout(() => this.#pump(), Math.ceil(decision.ms))
        break
      }
      const { job } = decision
      this.#waiting.delete(job.row)
      if (decision.kind === 'start') void this.#run(job)
      else job.row.settle(this.#tools.passOver(job.row.row))
    }
    if (!this.#schedule.hasRoom) return
    this.#onRoom?.()
    this.#onRoom = null
  }

  async #run(job: Job<Submitted<T, R>>): Promise<void> {
    const { row, settle, fail } = job.row
    try {
      const trial = await this.#tools.test(row, job.tries)
      const endings = trial === 'stopped' ? [] : trial.endings
      const { again, notices } = this.#schedule.ended(job, endings, performance.now())
      for (const notice of notices) this.#tools.onNotice(notice)
      if (!again) settle(trial === 'stopped' ? trial : trial.result)
      else if (this.#tools.signal.aborted) settle('stopped')
      else this.#waiting.add(job.row)
    } catch (error) {
      this.#schedule.ended(job, [], performance.now())
      fail(error)
    }
    this.#pump()
  }

  /** Those under way end by themselves: their tests have the same signal. */
  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    for (const { settle } of this.#waiting) settle('stopped')
    this.#waiting.clear()
    this.#onRoom?.()
  }
}
