import type { Provider } from '#shared/catalogue/provider.ts'
import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { ProvedService, SavedAccount } from '#shared/domain/saved-account.ts'
import { asProvider } from '#shared/policy/policy-candidates.ts'
import { matchesAny, policyProviderFor, type Policy } from '#shared/policy/policy.ts'

export interface AccountWorld {
  readonly provider: Provider | null
  readonly policy: Policy | null
  /** The day, `2026-11-20`. */
  readonly date: string
}

/**
 * A saved account as if it had been found anew, without the network: the organisation first, because what it has laid
 * down holds for saved accounts too, then what was saved, then what else the provider has.
 */
export function discoverAccount(
  address: EmailAddress,
  { services }: Pick<SavedAccount, 'services'>,
  { provider, policy, date }: AccountWorld,
): Discovery {
  const answers = [
    ...fromPolicy(address, policy, date),
    answer('saved', services.map(fromService), null),
    ...fromCatalogue(address, provider, date),
  ]
  // Whatever disagreed was settled when the account was saved.
  return { ...assembleDiscovery(address, answers, { date, complete: true }), contradictions: [] }
}

function fromPolicy(address: EmailAddress, policy: Policy | null, date: string): readonly SourceAnswer[] {
  const own = policy === null ? null : policyProviderFor(policy, address.domain.ascii)
  if (policy === null || own === null) return []
  const facts = asProvider(own)
  const why = { kind: 'policy', organisation: policy.organisation } as const
  const candidates = candidatesOf(facts, address, { source: 'policy', trust: 'policy', why }, date)
  return [answer('policy', candidates, { facts, why })]
}

/** The servers of its entry are on offer only to addresses the entry is about. */
function fromCatalogue(
  address: EmailAddress,
  provider: Provider | null,
  date: string,
): readonly SourceAnswer[] {
  if (provider === null) return []
  const { unicode, ascii } = address.domain
  const why = { kind: 'known-domain', provider: provider.name, domain: unicode } as const
  const origin = { source: 'catalogue', trust: 'built-in', why } as const
  const isOwn = matchesAny(provider.domains, ascii)
  return [
    answer('catalogue', isOwn ? candidatesOf(provider, address, origin, date) : [], {
      facts: provider,
      why: isOwn ? why : { kind: 'saved' },
    }),
  ]
}

function fromService({ endpoint, userName, auth, origin }: ProvedService): Candidate {
  const typed = { source: 'typed', trust: 'user', why: { kind: 'typed' } } as const
  const found = { source: 'saved', trust: 'user', why: { kind: 'saved' } } as const
  return { endpoint, userName, auth: [auth], ...(origin === 'typed' ? typed : found) }
}

function answer(
  source: Candidate['source'],
  candidates: readonly Candidate[],
  provider: SourceAnswer['provider'],
): SourceAnswer {
  return { report: { source, status: 'found', code: null, durationMs: 0 }, provider, candidates }
}
