import type { ServerEnding } from '#shared/batch/ending.ts'

export interface PaceLimits {
  /** Rows a second, at one server. */
  readonly startsPerSecond: number
  /** How long a busy server is left alone, the first time and at most. Milliseconds. */
  readonly backOffMs: number
  readonly longestBackOffMs: number
  /** So many refused passwords in a row are more than mistakes of users: the file is wrong, or this computer is barred. */
  readonly refusalsInARow: number
  /** How long such a server is left alone, the first time. Milliseconds. */
  readonly pauseMs: number
  readonly longestPauseMs: number
}

/** What is to be said about a server that is left alone for a while. */
export interface PaceNotice {
  readonly kind: 'busy' | 'refusing'
  readonly host: string
  readonly ms: number
}

interface Moment {
  readonly startedAt: number
  readonly now: number
  readonly host: string
}

/** How politely one server is asked. */
export class ServerPace {
  readonly #limits: PaceLimits
  readonly #mostAtOnce: number
  #atOnce = 0
  #opensAt = 0
  #backOffMs = 0
  #backedOffAt = Number.NEGATIVE_INFINITY
  #refusals = 0
  #pauses = 0
  #pausedAt = Number.NEGATIVE_INFINITY

  constructor(limits: PaceLimits, mostAtOnce: number) {
    this.#limits = limits
    this.#mostAtOnce = mostAtOnce
  }

  /** When the next row may start; without end while as many are under way as may be. */
  opensAt(now: number): number {
    // After a pause one row goes ahead: its password may be refused like those before it.
    const most = this.#refusals >= this.#limits.refusalsInARow ? 1 : this.#mostAtOnce
    return this.#atOnce >= most ? Number.POSITIVE_INFINITY : Math.max(now, this.#opensAt)
  }

  enter(now: number): void {
    this.#atOnce += 1
    this.#opensAt = now + 1_000 / this.#limits.startsPerSecond
  }

  leave(): void {
    this.#atOnce -= 1
  }

  isAtRest(now: number): boolean {
    return this.#atOnce === 0 && this.#opensAt <= now && this.#backOffMs === 0 && this.#refusals === 0
  }

  note(ending: ServerEnding, { startedAt, now, host }: Moment): PaceNotice | null {
    if (ending === 'good') this.#letIn(startedAt)
    if (ending === 'busy' && startedAt >= this.#backedOffAt) return this.#backOff(now, host)
    return ending === 'refused' ? this.#refuse(startedAt, now, host) : null
  }

  /** One that began before the server was left alone says nothing about it now. */
  #letIn(startedAt: number): void {
    this.#refusals = 0
    this.#pauses = 0
    if (startedAt >= this.#backedOffAt) this.#backOffMs = 0
  }

  #backOff(now: number, host: string): PaceNotice {
    const { backOffMs, longestBackOffMs } = this.#limits
    const ms = Math.min(Math.max(this.#backOffMs * 2, backOffMs), longestBackOffMs)
    this.#backOffMs = ms
    this.#backedOffAt = now
    this.#opensAt = Math.max(this.#opensAt, now + ms)
    return { kind: 'busy', host, ms }
  }

  #refuse(startedAt: number, now: number, host: string): PaceNotice | null {
    const { refusalsInARow, pauseMs, longestPauseMs } = this.#limits
    this.#refusals += 1
    if (this.#refusals < refusalsInARow || startedAt < this.#pausedAt) return null
    const ms = Math.min(pauseMs * 2 ** this.#pauses, longestPauseMs)
    this.#pauses += 1
    this.#pausedAt = now
    this.#opensAt = Math.max(this.#opensAt, now + ms)
    return { kind: 'refusing', host, ms }
  }
}
