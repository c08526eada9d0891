import type { Provider } from '#shared/catalogue/provider.ts'
import { kindOn } from '#shared/catalogue/endings.ts'
import { hintsOn, type ProviderHint } from '#shared/catalogue/hints.ts'
import { isOwnDomain } from '#shared/catalogue/own-domain.ts'
import { passwordLoginEnded, signInKindsOn } from '#shared/catalogue/sign-in.ts'
import type { Candidate, RankedCandidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import { matchesAny } from '#shared/policy/policy.ts'
import { findContradictions } from '#shared/discovery/contradictions.ts'
import { distinctNotes, hasNoMailbox } from '#shared/discovery/notes.ts'
import { inOrderOfTrust } from '#shared/discovery/order.ts'
import type { DiscoveredProvider, Discovery } from '#shared/discovery/discovery.ts'
import type { RecognisedProvider, SourceAnswer } from '#shared/discovery/source-answer.ts'

export interface AssemblyOptions {
  /** The day the sign-in rules are judged by (`2026-11-20`). */
  readonly date: string
  readonly complete: boolean
  /** Hosts that go before others, whatever source named them. */
  readonly preferredHosts?: readonly string[]
}

/** Puts the answers of all sources together, the most trusted first. */
export function assembleDiscovery(
  address: EmailAddress,
  answers: readonly SourceAnswer[],
  { date, complete, preferredHosts = [] }: AssemblyOptions,
): Discovery {
  const trusted = inOrderOfTrust(answers)
  const provider = providerIn(trusted)
  const notes = distinctNotes(answers.flatMap((answer) => answer.notes ?? []))
  const ranked = trusted.map((answer) => answer.candidates.map((candidate) => rank(candidate, address)))
  const mode = provider === null && !hasNoMailbox(notes) ? 'proposals-too' : 'no-proposals'
  return {
    address: address.unicode,
    day: date,
    accountType: provider?.facts.accountType ?? 'other',
    provider: provider === null ? null : describe(provider, date),
    candidates: prefer(merge(ranked.flat(), mode), preferredHosts),
    contradictions: findContradictions(ranked),
    hints:
      provider === null ? [] : [...hintsOn(date, provider.facts), ...ownNameHint(provider.facts, address)],
    notes,
    sources: answers.map((answer) => answer.report),
    complete,
  }
}

/** A provider that is only a hint is none where servers are known without it. */
function providerIn(answers: readonly SourceAnswer[]): RecognisedProvider | null {
  const named = answers.find(({ provider }) => provider !== null)
  if (named?.provider?.certainty !== 'probable') return named?.provider ?? null
  const before = answers.slice(0, answers.indexOf(named))
  const isBeaten = before.some(({ candidates }) => candidates.length > 0)
  const later = answers.find(({ provider }) => provider !== null && provider.certainty !== 'probable')
  return isBeaten ? (later?.provider ?? null) : named.provider
}

function describe({ facts: provider, why, certainty }: RecognisedProvider, date: string): DiscoveredProvider {
  const ended = PROTOCOLS.filter((protocol) => passwordLoginEnded(date, provider, protocol))
  return {
    id: provider.id,
    name: provider.name,
    kind: kindOn(date, provider),
    why,
    ...(certainty === undefined ? {} : { certainty }),
    signIn: signInKindsOn(date, provider),
    ...(ended.length === 0 ? {} : { noPasswordAt: ended }),
    appPasswordPage: provider.pages.appPassword ?? null,
    ...(provider.appPasswordFormat === undefined ? {} : { appPasswordFormat: provider.appPasswordFormat }),
    helpPage: provider.pages.help ?? null,
  }
}

/** A provider that knows the customers of other domains by a name of its own. */
function ownNameHint(provider: Provider, address: EmailAddress): readonly ProviderHint[] {
  const hasOwnName = provider.ownDomainUserName !== undefined && isOwnDomain(provider, address.domain.ascii)
  return hasOwnName ? [{ when: 'before', kind: 'own-domain-user-name', url: null }] : []
}

/** Who says so decides whether a server of another domain is a surprise. */
const UNSURPRISING: ReadonlySet<Candidate['trust']> = new Set(['policy', 'built-in', 'user'])

function rank(candidate: Candidate, { domain }: EmailAddress): RankedCandidate {
  const owner = registrableDomain(candidate.endpoint.host)
  const isOther = !UNSURPRISING.has(candidate.trust) && owner !== registrableDomain(domain.ascii)
  return { ...candidate, otherDomain: isOther ? owner : null }
}

/**
 * Keeps each source's own order, groups by protocol, and drops usual names as soon as a source knows better. A
 * provider with IMAP servers and no POP3 ones most likely has none, so a usual name is not put beside them either.
 */
function merge(
  all: readonly RankedCandidate[],
  mode: 'proposals-too' | 'no-proposals',
): readonly RankedCandidate[] {
  const known = all.filter(({ source }) => source !== 'proposal')
  const purposes = new Set(known.map(({ endpoint }) => purposeOf(endpoint.protocol)))
  const kept = all.filter(
    ({ source, endpoint }) =>
      source !== 'proposal' || (mode === 'proposals-too' && !purposes.has(purposeOf(endpoint.protocol))),
  )
  return PROTOCOLS.flatMap((protocol) => {
    const own = kept
      .filter((candidate) => candidate.endpoint.protocol === protocol)
      .toSorted((a, b) => Number(isOld(a)) - Number(isOld(b)))
    return own.filter(
      (candidate, index) =>
        own.findIndex((earlier) => sameEndpoint(earlier.endpoint, candidate.endpoint)) === index,
    )
  })
}

/** What no collection corrects any more stands behind all that was found today, and behind itself once it answers. */
function isOld({ source, trust }: RankedCandidate): boolean {
  return source === 'collections' && trust === 'guess'
}

function prefer(
  candidates: readonly RankedCandidate[],
  hosts: readonly string[],
): readonly RankedCandidate[] {
  const rank = ({ endpoint }: RankedCandidate) =>
    PROTOCOLS.indexOf(endpoint.protocol) * 2 + (matchesAny(hosts, endpoint.host) ? 0 : 1)
  return hosts.length === 0 ? candidates : candidates.toSorted((a, b) => rank(a) - rank(b))
}

function purposeOf(protocol: Protocol): 'send' | 'receive' {
  return protocol === 'smtp' ? 'send' : 'receive'
}
