import type { Ending, Provider, SignIn } from '#shared/catalogue/provider.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

/** The end of a way to sign in with a password of whatever kind, at the services it is about. */
export interface PasswordEnd extends Omit<Ending, 'source'> {
  /** The first day on which it no longer works, `2027-01-01`. */
  readonly day: string
  readonly services: 'sending' | 'receiving' | 'all'
}

/** A user who is told years ahead forgets it. */
const DAYS_AHEAD = 365
const DAY_MS = 86_400_000

/**
 * The end of passwords that is coming within a year, `null` where none is known or one kind of password stays.
 * @param date the day it is asked about (`2026-11-20`); what is no day has nothing ahead
 * @param protocol one service alone; otherwise the first end that any service meets
 */
export function passwordEndAhead(date: string, provider: Provider, protocol?: Protocol): PasswordEnd | null {
  const limit = dayAfter(date, DAYS_AHEAD)
  if (limit === null) return null
  if (protocol === undefined) return firstOf(date, provider)
  const ways = passwordWays(provider, protocol).filter(({ from = '' }) => from <= date)
  const good = ways.filter(({ until }) => until === undefined || date < until)
  const last = good.toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9')).at(-1)
  const end = last === undefined ? null : endOf(last)
  return end !== null && end.day <= limit ? end : null
}

/** When the last password stopped working there, `null` where one still does or no day is known. */
export function passwordEndBehind(date: string, provider: Provider, protocol: Protocol): PasswordEnd | null {
  const ways = passwordWays(provider, protocol)
  if (dayAfter(date, 0) === null || ways.some(({ until }) => until === undefined || date < until)) return null
  const last = ways.toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? '')).at(-1)
  return last === undefined ? null : endOf(last)
}

function firstOf(date: string, provider: Provider): PasswordEnd | null {
  const ends = (['smtp', 'imap', 'pop3'] as const).flatMap(
    (protocol) => passwordEndAhead(date, provider, protocol) ?? [],
  )
  return ends.toSorted((a, b) => a.day.localeCompare(b.day))[0] ?? null
}

function passwordWays(provider: Provider, protocol: Protocol): readonly SignIn[] {
  return provider.signIn.filter(
    ({ kind, protocols }) => kind !== 'oauth' && (protocols === undefined || protocols.includes(protocol)),
  )
}

function endOf({ until, ending, protocols }: SignIn): PasswordEnd | null {
  if (until === undefined || ending === undefined) return null
  const { instead, stays } = ending
  const [sends, receives] = [
    protocols?.includes('smtp') ?? true,
    protocols?.some((name) => name !== 'smtp') ?? true,
  ]
  return { day: until, instead, stays, services: sends && receives ? 'all' : sends ? 'sending' : 'receiving' }
}

function dayAfter(date: string, days: number): string | null {
  const start = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN
  return Number.isNaN(start) ? null : new Date(start + days * DAY_MS).toISOString().slice(0, 10)
}
