import { endFacts, isWorthSaying, stateOn, type EndFacts } from '#shared/catalogue/life-cycle.ts'
import type { Ending, Provider, SignIn } from '#shared/catalogue/provider.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'

/** Which services something is about. */
export type ServicesMeant = 'sending' | 'receiving' | 'all'

/** The end of a way to sign in with a password of whatever kind, at the services it is about. */
export interface PasswordEnd extends EndFacts {
  readonly instead: Ending['instead']
  readonly services: ServicesMeant
  /** Customers who join after the day: `without` begin without any password. */
  readonly newcomers: 'without' | 'like-others'
}

/**
 * The end of passwords at a service on a day (`2026-11-20`): coming within a year, effective, or final. `null` where
 * none is known or one kind of password stays; what is no day has nothing ahead and nothing behind.
 */
export function passwordEndOn(date: string, provider: Provider, protocol: Protocol): PasswordEnd | null {
  const last = lastPassword(date, provider, protocol)
  return last === null || !isWorthSaying(date, last.ending.life) ? null : endOf(date, last)
}

/** The same, however far ahead. */
export function passwordEndAt(date: string, provider: Provider, protocol: Protocol): PasswordEnd | null {
  const last = lastPassword(date, provider, protocol)
  return last === null ? null : endOf(date, last)
}

type EndingSignIn = SignIn & Required<Pick<SignIn, 'ending'>>

/** The way with a password that is the last to end, `null` where one stays. */
function lastPassword(date: string, provider: Provider, protocol: Protocol): EndingSignIn | null {
  const ways = passwordWays(provider, protocol).filter(({ from }) => hasBegun(date, from))
  const last = ways.toSorted((a, b) => lastDay(a).localeCompare(lastDay(b))).at(-1)
  return last?.ending === undefined ? null : { ...last, ending: last.ending }
}

/** The first end that any service meets while a password is still of use there; `null` where there is none. */
export function nextPasswordEnd(date: string, provider: Provider): PasswordEnd | null {
  const ends = PROTOCOLS.flatMap((protocol) => passwordEndOn(date, provider, protocol) ?? [])
  const open = ends.filter(({ state }) => state !== 'final')
  return open.toSorted((a, b) => a.day.localeCompare(b.day))[0] ?? null
}

/** The kind of a provider on a day: one that has closed for everyone has no servers any more. */
export function kindOn(date: string, { kind, ends = [] }: Provider): Provider['kind'] {
  const hasClosed = ends.some((end) => end.kind === 'service-ends' && stateOn(date, end.life) === 'final')
  return hasClosed ? 'closed' : kind
}

/** Whether a way to sign in may be of use on a day: until its end is final an exception may have been made. */
export function isOpenOn(date: string, { from, ending }: SignIn): boolean {
  return hasBegun(date, from) && (ending === undefined || stateOn(date, ending.life) !== 'final')
}

function hasBegun(date: string, from: SignIn['from']): boolean {
  return from === undefined || from <= date
}

function passwordWays(provider: Provider, protocol: Protocol): readonly SignIn[] {
  return provider.signIn.filter(
    ({ kind, protocols }) => kind !== 'oauth' && (protocols === undefined || protocols.includes(protocol)),
  )
}

const NEVER = '9'

/** What has no end is the last to go; of two ends the one that is final later, then the one that begins later. */
function lastDay({ ending }: SignIn): string {
  return ending === undefined ? NEVER : `${ending.life.final ?? '8'} ${ending.life.effective}`
}

function endOf(date: string, { protocols, ending }: EndingSignIn): PasswordEnd {
  const { instead, life, forNewcomers } = ending
  return {
    ...endFacts(date, life),
    instead,
    services: servicesMeant(protocols ?? PROTOCOLS),
    newcomers: forNewcomers === undefined ? 'like-others' : 'without',
  }
}

export function servicesMeant(protocols: readonly Protocol[]): ServicesMeant {
  const [sends, receives] = [protocols.includes('smtp'), protocols.some((name) => name !== 'smtp')]
  return sends && receives ? 'all' : sends ? 'sending' : 'receiving'
}
