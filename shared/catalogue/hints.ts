import {
  kindOn,
  nextPasswordEnd,
  passwordEndOn,
  servicesMeant,
  type PasswordEnd,
  type ServicesMeant,
} from '#shared/catalogue/endings.ts'
import { endFacts, isWorthSaying, type EndFacts } from '#shared/catalogue/life-cycle.ts'
import type { HintKind, HttpsUrl, Provider } from '#shared/catalogue/provider.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'

/** Hints that follow from the dates of the catalogue; the others stand in it. */
export type DatedHintKind =
  | 'browser-sign-in-only'
  | 'sign-in-ends'
  | 'service-ends'
  | 'ews-ends'
  | 'old-tls-ends'
  | 'fetching-ends'

/** A hint as it is on one day. */
export interface ProviderHint {
  readonly when: 'before' | 'after'
  /** The last follows from the domain of the address. */
  readonly kind: HintKind | DatedHintKind | 'own-domain-user-name'
  readonly url: HttpsUrl | null
  /** For what ends: since when or until when, and what takes its place. */
  readonly end?: EndFacts | PasswordEnd
  /** For `browser-sign-in-only`. */
  readonly services?: ServicesMeant
}

/**
 * What people trip over at a provider on a day (`2026-11-20`), in the order of the catalogue, what follows from a
 * date last.
 * @param protocol about the sign-in at one service alone
 */
export function hintsOn(date: string, provider: Provider, protocol?: Protocol): readonly ProviderHint[] {
  const ends = otherEnds(date, provider)
  // What was to be known about a service is of no use once it has closed.
  if (provider.kind !== 'closed' && kindOn(date, provider) === 'closed')
    return ends.filter(({ kind }) => kind === 'service-ends')
  return [
    ...browserOnly(date, provider, protocol),
    ...provider.hints.map(({ when, kind, url }) => ({ when, kind, url: url ?? null })),
    ...ends,
    ...passwordEnds(date, provider, protocol),
  ]
}

/** The services at which the browser is the only way in. A service that takes a password of some kind is not named. */
function browserOnly(date: string, provider: Provider, protocol?: Protocol): readonly ProviderHint[] {
  const offered = PROTOCOLS.filter((name) => provider.servers[name].length > 0)
  const only = offered.filter((name) => signInKindsOn(date, provider, name).join() === 'oauth')
  const isMeant = protocol === undefined ? only.length > 0 : only.includes(protocol)
  const services = only.length === offered.length ? 'all' : servicesMeant(only)
  return isMeant ? [{ when: 'before', kind: 'browser-sign-in-only', url: null, services }] : []
}

function passwordEnds(date: string, provider: Provider, protocol?: Protocol): readonly ProviderHint[] {
  const end =
    protocol === undefined ? nextPasswordEnd(date, provider) : passwordEndOn(date, provider, protocol)
  return end === null || end.state === 'final'
    ? []
    : [{ when: 'before', kind: 'sign-in-ends', url: null, end }]
}

function otherEnds(date: string, { ends = [] }: Provider): readonly ProviderHint[] {
  return ends
    .filter(({ life }) => isWorthSaying(date, life))
    .map(({ kind, when, life, url }) => ({ when, kind, url: url ?? null, end: endFacts(date, life) }))
}
