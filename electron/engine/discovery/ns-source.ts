import { providerByNs } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/**
 * Who answers for the names of the domain: some hosters keep their customers' mail too, under names of the customers'
 * own domain, where MX tells nothing. Weaker than MX, because names and mail are often kept in different places; where
 * MX leads to somebody else the name servers say nothing about mail.
 */
export const nsSource: DiscoverySource = {
  id: 'ns',
  standing: 'hearsay',
  ask: async ({ address, date, resolver, signal }) => {
    const zone = registrableDomain(address.domain.ascii)
    if (zone === null) return NOTHING
    const [hosts, mx] = await Promise.all([
      resolver.nameServers(zone, signal),
      resolver.mailExchangers(address.domain.ascii, signal),
    ])
    if (!hosts.ok) return missed(hosts.error)
    if (mx.ok && mx.value.some((host) => registrableDomain(host) !== zone)) return NOTHING
    const match = providerByNs(hosts.value)
    if (match === null) return NOTHING
    const { provider: facts, ns } = match
    const why: Reason = { kind: 'names-kept-by', provider: facts.name, domain: address.domain.unicode, ns }
    const origin = { source: 'ns', trust: 'dns', why } as const
    return found(candidatesOf(facts, address, origin, date), { facts, why })
  },
}
