import type { Provider } from '#shared/catalogue/provider.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import type { Candidate, Reason } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import type {
  DiscoveredProvider,
  Discovery,
  DiscoveryHint,
  SourceReport,
} from '#shared/discovery/discovery.ts'

/** What one source had to say. */
export interface SourceAnswer {
  readonly report: SourceReport
  readonly provider: { readonly facts: Provider; readonly why: Reason } | null
  readonly candidates: readonly Candidate[]
}

/**
 * Puts the answers of all sources together, the most trusted first.
 * @param date the day the sign-in rules are judged by (`2026-11-20`)
 */
export function assembleDiscovery(
  address: EmailAddress,
  answers: readonly SourceAnswer[],
  date: string,
  state: { readonly complete: boolean },
): Discovery {
  const provider = answers.find((answer) => answer.provider !== null)?.provider ?? null
  return {
    address: address.unicode,
    accountType: provider?.facts.accountType ?? 'other',
    provider: provider === null ? null : describe(provider.facts, provider.why, date),
    candidates: merge(answers),
    contradictions: [],
    hints: provider === null ? [] : hintsOf(provider.facts),
    sources: answers.map((answer) => answer.report),
    complete: state.complete,
  }
}

function describe(provider: Provider, why: Reason, date: string): DiscoveredProvider {
  return {
    id: provider.id,
    name: provider.name,
    kind: provider.kind,
    why,
    signIn: signInKindsOn(date, provider),
    appPasswordPage: provider.pages.appPassword ?? null,
    helpPage: provider.pages.help ?? null,
  }
}

function hintsOf(provider: Provider): readonly DiscoveryHint[] {
  return provider.hints.map(({ when, kind, url }) => ({ when, kind, url: url ?? null }))
}

/** Keeps each source's own order, groups by protocol, and drops guesses as soon as anybody knows better. */
function merge(answers: readonly SourceAnswer[]): readonly Candidate[] {
  const all = answers.flatMap((answer) => answer.candidates)
  return PROTOCOLS.flatMap((protocol) => {
    const own = all.filter((candidate) => candidate.endpoint.protocol === protocol)
    const unique = own.filter(
      (candidate, index) =>
        own.findIndex((earlier) => sameEndpoint(earlier.endpoint, candidate.endpoint)) === index,
    )
    const known = unique.filter((candidate) => candidate.source !== 'proposal')
    return known.length > 0 || answers.some((answer) => answer.provider !== null) ? known : unique
  })
}
