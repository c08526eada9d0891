import { sameTarget, type SignInTarget } from '#shared/accounts/refusals.ts'
import type { EndedAt } from '#shared/batch/ending.ts'
import { ServerPace, type PaceLimits, type PaceNotice } from '#shared/batch/server-pace.ts'

export interface ScheduleLimits extends PaceLimits {
  readonly inAll: number
  readonly perServer: number
  /** How often a row is tried that a busy server has sent away. */
  readonly mostTries: number
  /** So many rows are looked ahead, so that a server that has to wait holds up no other. */
  readonly lookAhead: number
}

/** A row as far as its turn is concerned. */
export interface Job<T> {
  readonly row: T
  /** The account at each of its servers. */
  readonly targets: readonly SignInTarget[]
  readonly hosts: readonly string[]
  readonly tries: number
}

/** `wait`: nothing may start before so many milliseconds have passed, or (`null`) before something has ended. */
export type Decision<T> =
  | { readonly kind: 'start'; readonly job: Job<T> }
  /** A password of this account has been refused: another try could lock it. */
  | { readonly kind: 'pass-over'; readonly job: Job<T> }
  | { readonly kind: 'wait'; readonly ms: number | null }

/**
 * Which row may start now. It has no clock and does nothing: it is told the time, and what became of each row. It holds
 * the rows that wait, those under way, and what is to be known of servers that are not at rest.
 */
export class Schedule<T> {
  readonly #limits: ScheduleLimits
  readonly #servers = new Map<string, ServerPace>()
  readonly #running = new Map<Job<T>, number>()
  /** By host: a password of each was refused in this run. */
  readonly #refused = new Map<string, SignInTarget[]>()
  #waiting: Job<T>[] = []

  constructor(limits: ScheduleLimits) {
    this.#limits = limits
  }

  get hasRoom(): boolean {
    return this.#waiting.length < this.#limits.lookAhead
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#running.size === 0
  }

  add(row: T, targets: readonly SignInTarget[]): void {
    this.#waiting.push({ row, targets, hosts: [...new Set(targets.map(({ host }) => host))], tries: 0 })
  }

  /** What to do now. A row that is started or passed over is not waiting any more. */
  next(now: number): Decision<T> {
    if (this.#running.size >= this.#limits.inAll) return { kind: 'wait', ms: null }
    let soonest = Number.POSITIVE_INFINITY
    for (const [index, job] of this.#waiting.entries()) {
      const from = Math.max(now, ...job.hosts.map((host) => this.#paceOf(host).opensAt(now)))
      if (from > now) soonest = Math.min(soonest, from)
      else if (!this.#isUnderWay(job)) return this.#begin(index, job, now)
    }
    return { kind: 'wait', ms: Number.isFinite(soonest) ? soonest - now : null }
  }

  /** @returns `again`: the row waits for another try. And what is to be said about its servers */
  ended(
    job: Job<T>,
    endings: readonly EndedAt[],
    now: number,
  ): { readonly again: boolean; readonly notices: readonly PaceNotice[] } {
    const startedAt = this.#running.get(job) ?? now
    this.#running.delete(job)
    for (const host of job.hosts) this.#paceOf(host).leave()
    const notices = endings.flatMap(({ target, ending }) => {
      if (ending === 'refused') this.#noteRefusal(target)
      return this.#paceOf(target.host).note(ending, { startedAt, now, host: target.host }) ?? []
    })
    this.#forgetResting(now)
    const isBusy = endings.some(({ ending }) => ending === 'busy')
    // Another try with a password that one server has refused would be one too many.
    const isRefused = endings.some(({ ending }) => ending === 'refused')
    const again = isBusy && !isRefused && job.tries < this.#limits.mostTries
    if (again) this.#waiting.unshift(job)
    return { again, notices }
  }

  #begin(index: number, waiting: Job<T>, now: number): Decision<T> {
    this.#waiting.splice(index, 1)
    if (this.#isRefused(waiting)) return { kind: 'pass-over', job: waiting }
    const job = { ...waiting, tries: waiting.tries + 1 }
    this.#running.set(job, now)
    for (const host of job.hosts) this.#paceOf(host).enter(now)
    return { kind: 'start', job }
  }

  /** Two rows of one account share its tries: the second waits for what becomes of the first. */
  #isUnderWay({ targets }: Job<T>): boolean {
    return [...this.#running.keys()].some((other) => other.targets.some((one) => isAmong(targets, one)))
  }

  #isRefused({ targets }: Job<T>): boolean {
    return targets.some((target) => isAmong(this.#refused.get(target.host) ?? [], target))
  }

  #noteRefusal(target: SignInTarget): void {
    const known = this.#refused.get(target.host) ?? []
    if (!isAmong(known, target)) this.#refused.set(target.host, [...known, target])
  }

  #paceOf(host: string): ServerPace {
    const known = this.#servers.get(host) ?? new ServerPace(this.#limits, this.#limits.perServer)
    this.#servers.set(host, known)
    return known
  }

  /** Thousands of servers may come by; what is at rest and has done nothing wrong needs no memory. */
  #forgetResting(now: number): void {
    if (this.#servers.size <= this.#limits.lookAhead) return
    for (const [host, pace] of this.#servers) if (pace.isAtRest(now)) this.#servers.delete(host)
  }
}

function isAmong(targets: readonly SignInTarget[], target: SignInTarget): boolean {
  return targets.some((one) => sameTarget(one, target))
}
