import { progressOf } from '#shared/batch/progress.ts'
import type { PaceNotice } from '#shared/batch/server-pace.ts'
import type { Invocation } from '#cli/command.ts'
import { sayLine } from '#cli/terminal.ts'

const EVERY_MS = 5_000

/** Says every few seconds how far a run is. */
export class ProgressTeller {
  readonly #invocation: Invocation
  readonly #total: number
  readonly #before: number
  readonly #startedAt = performance.now()
  readonly #words: 'cli.batch.progress' | 'cli.preflight.progress'
  readonly #timer: NodeJS.Timeout
  #done: number

  /** @param before rows that an earlier run has done */
  constructor(
    invocation: Invocation,
    { total, before }: { readonly total: number; readonly before: number },
    words: 'cli.batch.progress' | 'cli.preflight.progress' = 'cli.batch.progress',
  ) {
    this.#words = words
    this.#invocation = invocation
    this.#total = total
    this.#before = before
    this.#done = before
    this.#timer = setInterval(() => this.#tell(), EVERY_MS)
    if (before > 0) sayLine(invocation.terminal, invocation.translator.t('cli.batch.resumed', { before }))
  }

  step(): void {
    this.#done += 1
  }

  /** A server is left alone for a while, and why. */
  notice({ kind, host, ms }: PaceNotice): void {
    const { terminal, translator } = this.#invocation
    const minutes = Math.ceil(ms / 60_000)
    const words = kind === 'busy' ? 'cli.batch.busy' : 'cli.batch.refusing'
    sayLine(terminal, translator.t(words, { host, seconds: Math.ceil(ms / 1_000), minutes }))
  }

  /** Says it once more, and then no more. */
  end(): void {
    clearInterval(this.#timer)
    this.#tell()
  }

  #tell(): void {
    const { terminal, translator } = this.#invocation
    const counts = { done: this.#done, before: this.#before, total: this.#total }
    const { done, total, perSecond, secondsLeft } = progressOf(counts, performance.now() - this.#startedAt)
    const minutes = secondsLeft === null ? -1 : Math.ceil(secondsLeft / 60)
    const seconds = secondsLeft === null ? -1 : secondsLeft
    sayLine(terminal, translator.t(this.#words, { done, total, perSecond, minutes, seconds }))
  }
}
