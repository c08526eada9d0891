import type { IsoDate, Source } from '#shared/catalogue/source.ts'

/**
 * The life of a fact that ends something: a way to sign in, a protocol, a service. Providers end things in steps, and
 * what holds between the first day and the last is no longer sure: only the server knows for whom it holds by now.
 */
export interface LifeCycle {
  /** When the provider said so; `null` where the source does not tell. */
  readonly announced: IsoDate | null
  /** The first day on which it holds for those for whom no exception is made. */
  readonly effective: IsoDate
  /** The first day on which it holds for everyone; `null` while the provider has named none. */
  readonly final: IsoDate | null
  /** Who can keep things as they were until the final day. */
  readonly postponedBy: 'nobody' | 'admin'
  /** Whom the effective day is about. The final day is about everyone. */
  readonly concerns: 'all' | 'new-customers'
  readonly source: Source
}

/** `announced`: it holds for no customer yet. `effective`: for some. `final`: for all of them. */
export type LifeState = 'announced' | 'effective' | 'final'

/**
 * How far it has come by a day (`2026-11-20`). What is no day is before every other.
 * This is what the calendar says, and no more: what a server says itself goes before it.
 */
export function stateOn(date: string, { effective, final }: LifeCycle): LifeState {
  if (final !== null && date >= final) return 'final'
  return date >= effective ? 'effective' : 'announced'
}

/** A user who is told years ahead forgets it. */
const DAYS_AHEAD = 365
const DAY_MS = 86_400_000

/** Whether it is worth a word on a day: it has begun, or will within a year. */
export function isWorthSaying(date: string, life: LifeCycle): boolean {
  const limit = daysAfter(date, DAYS_AHEAD)
  return limit !== null && life.effective <= limit
}

/** `null` for what is no day. */
export function daysAfter(date: string, days: number): IsoDate | null {
  const start = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN
  if (Number.isNaN(start)) return null
  return new Date(start + days * DAY_MS).toISOString().slice(0, 10) as IsoDate
}

/** What the words about an end are filled with. */
export interface EndFacts {
  readonly state: LifeState
  readonly day: string
  /** The day on which it becomes final, empty where none is named. */
  readonly finalDay: string
  readonly postponedBy: LifeCycle['postponedBy']
  readonly concerns: LifeCycle['concerns']
}

export function endFacts(date: string, life: LifeCycle): EndFacts {
  const { effective, final, postponedBy, concerns } = life
  return { state: stateOn(date, life), day: effective, finalDay: final ?? '', postponedBy, concerns }
}
