import { providerByNs } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import { tellingNameServers } from '#engine/discovery/name-servers.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** The provider whose name servers answer for the domain: a hint, because its mail may be elsewhere. */
export const nsSource: DiscoverySource = {
  id: 'ns',
  rank: 'hearsay',
  needs: 'name-servers',
  ask: async (context) => {
    const { address, date } = context
    const hosts = await tellingNameServers(context)
    if (!hosts.ok) return missed(hosts.error)
    const match = providerByNs(hosts.value)
    if (match === null) return NOTHING
    const { provider: facts, ns } = match
    const why: Reason = { kind: 'names-kept-by', provider: facts.name, domain: address.domain.unicode, ns }
    const origin = { source: 'ns', trust: 'guess', why } as const
    return found(candidatesOf(facts, address, origin, date), { facts, why, certainty: 'probable' })
  },
}
