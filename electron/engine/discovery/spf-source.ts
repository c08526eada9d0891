import { spfRecordsIn, termsOf, welcomedBy } from '#shared/arrival/spf-record.ts'
import { providerBySpf } from '#shared/catalogue/look-up.ts'
import { relayByMx } from '#shared/catalogue/mail-routes.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/**
 * Whom the domain lets send (SPF): those who keep its mailboxes are usually among them. It is no more than a hint, and
 * the records were read for other sources anyway.
 * @param place behind a filter nothing else tells where the mailboxes are, so there it comes before usual names
 */
function createSpfSource(id: 'filter' | 'spf', place: 'behind-filter' | 'anywhere-else'): DiscoverySource {
  return {
    id,
    rank: 'hearsay',
    needs: 'name-servers',
    ask: async ({ address, date, resolver, signal }) => {
      const { ascii, unicode: domain } = address.domain
      const mx = await resolver.mailExchangers(ascii, signal)
      if (!mx.ok) return missed(mx.error)
      const relay = relayByMx(mx.value)
      const isHere = relay === null ? place === 'anywhere-else' : place === 'behind-filter'
      if (mx.value.length === 0 || !isHere || relay?.kind === 'forwarder') return NOTHING
      const texts = await resolver.texts(ascii, signal)
      if (!texts.ok) return missed(texts.error)
      const match = providerBySpf(spfRecordsIn(texts.value).flatMap((text) => welcomedBy(termsOf(text))))
      if (match === null) return NOTHING
      const { provider: facts, include } = match
      const told = { provider: facts.name, domain, record: `include:${include}` }
      const why: Reason =
        relay === null
          ? { kind: 'sends-through', ...told }
          : { kind: 'behind-filter', filter: relay.name, ...told }
      const candidates = candidatesOf(facts, address, { source: id, trust: 'guess', why }, date)
      return found(candidates, { facts, why, certainty: 'probable' })
    },
  }
}

/** With whom the mailboxes of a domain behind a filter probably are. */
export const filterSource = createSpfSource('filter', 'behind-filter')

/** With whom those of another domain may be. */
export const spfSource = createSpfSource('spf', 'anywhere-else')
