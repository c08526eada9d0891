import {
  passwordEndAt,
  servicesMeant,
  isOpenOn,
  type PasswordEnd,
  type ServicesMeant,
} from '#shared/catalogue/endings.ts'
import { endFacts, type EndFacts } from '#shared/catalogue/life-cycle.ts'
import type { DatedEnd, Provider, SignIn } from '#shared/catalogue/provider.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'

/** What stops working at a provider, for whom and when. */
export type Break =
  | { readonly kind: 'sign-in-ends'; readonly end: PasswordEnd }
  | { readonly kind: DatedEnd['kind']; readonly end: EndFacts }

/** A way to sign in that is of use on the day. */
export interface WayIn {
  readonly kind: SignIn['kind']
  readonly services: ServicesMeant
  /** The last day on which it is sure to work is the one before, `null` where no end is known. */
  readonly until: string | null
  /** From this day on it works for no customer; `null` where no such day is named. */
  readonly final: string | null
}

/**
 * What stops at a provider from a day on (`2026-11-20`), however far ahead, the next first. What has ended for everyone
 * breaks no one any more, except that a provider has closed.
 */
export function breaksOn(date: string, provider: Provider): readonly Break[] {
  const offered = PROTOCOLS.filter((protocol) => provider.servers[protocol].length > 0)
  const passwords = offered.flatMap((protocol) => passwordEndAt(date, provider, protocol) ?? [])
  const distinct = new Map(passwords.map((end) => [JSON.stringify(end), end]))
  const breaks: readonly Break[] = [
    ...[...distinct.values()].map((end) => ({ kind: 'sign-in-ends', end }) as const),
    ...(provider.ends ?? []).map(({ kind, life }) => ({ kind, end: endFacts(date, life) })),
  ]
  return breaks
    .filter(({ kind, end }) => end.state !== 'final' || kind === 'service-ends')
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
}

/** The next day on which it breaks something; for what goes on without a last day, the one on which it began. */
export function dayOf({ end: { state, day, finalDay } }: Break): string {
  return state === 'announced' || finalDay === '' ? day : finalDay
}

/** The ways to sign in that are of use on a day, best first, and until when. */
export function waysOn(date: string, { signIn }: Provider): readonly WayIn[] {
  return signIn
    .filter((way) => isOpenOn(date, way))
    .map(({ kind, protocols, ending }) => ({
      kind,
      services: servicesMeant(protocols ?? PROTOCOLS),
      until: ending?.life.effective ?? null,
      final: ending?.life.final ?? null,
    }))
}
