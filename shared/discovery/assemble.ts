import type { Provider } from '#shared/catalogue/provider.ts'
import { kindOn } from '#shared/catalogue/endings.ts'
import { hintsOn } from '#shared/catalogue/hints.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import type { Candidate, RankedCandidate, Reason } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import { matchesAny } from '#shared/policy/policy.ts'
import { findContradictions } from '#shared/discovery/contradictions.ts'
import type { DiscoveredProvider, Discovery, SourceReport } from '#shared/discovery/discovery.ts'

/** What one source had to say. */
export interface SourceAnswer {
  readonly report: SourceReport
  readonly provider: { readonly facts: Provider; readonly why: Reason } | null
  readonly candidates: readonly Candidate[]
}

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
  const provider = answers.find((answer) => answer.provider !== null)?.provider ?? null
  const ranked = answers.map((answer) => answer.candidates.map((candidate) => rank(candidate, address)))
  return {
    address: address.unicode,
    day: date,
    accountType: provider?.facts.accountType ?? 'other',
    provider: provider === null ? null : describe(provider.facts, provider.why, date),
    candidates: prefer(
      merge(ranked.flat(), provider === null ? 'proposals-too' : 'no-proposals'),
      preferredHosts,
    ),
    contradictions: findContradictions(ranked),
    hints: provider === null ? [] : hintsOn(date, provider.facts),
    sources: answers.map((answer) => answer.report),
    complete,
  }
}

function describe(provider: Provider, why: Reason, date: string): DiscoveredProvider {
  return {
    id: provider.id,
    name: provider.name,
    kind: kindOn(date, provider),
    why,
    signIn: signInKindsOn(date, provider),
    appPasswordPage: provider.pages.appPassword ?? null,
    ...(provider.appPasswordFormat === undefined ? {} : { appPasswordFormat: provider.appPasswordFormat }),
    helpPage: provider.pages.help ?? null,
  }
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
