import { providerByDomain } from '#shared/catalogue/look-up.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Candidate, Reason } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { candidatesFromCollections } from '#engine/discovery/collections-source.ts'
import { found, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** What is known about a domain beforehand: an answer without a single packet. */
export function createCatalogueSource(findProvider: (domain: string) => Provider | null): DiscoverySource {
  return {
    id: 'catalogue',
    rank: 'built-in',
    ask: ({ address, date }) => {
      const facts = findProvider(address.domain.ascii)
      if (facts === null) return NOTHING
      const why: Reason = { kind: 'known-domain', provider: facts.name, domain: address.domain.unicode }
      const origin = { source: 'catalogue', trust: 'built-in', why } as const
      const own = candidatesOf(facts, address, origin, date)
      return found([...own, ...afterwards(facts, address)], { facts, why })
    },
  }
}

/** What a brand of the company has of its own, by the collections. */
function afterwards(facts: Provider, address: EmailAddress): readonly Candidate[] {
  return facts.afterwards === 'collections' ? candidatesFromCollections(address, 'catalogue') : []
}

/** Mailwright's own entry for the domain. */
export const catalogueSource = createCatalogueSource(providerByDomain)
