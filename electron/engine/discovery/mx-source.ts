import { providerByMx } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** The provider that receives mail for the domain: one DNS query names it for most hosted domains. */
export const mxSource: DiscoverySource = {
  id: 'mx',
  rank: 'word',
  ask: async ({ address, date, resolver, signal }) => {
    const hosts = await resolver.mailExchangers(address.domain.ascii, signal)
    if (!hosts.ok) return missed(hosts.error)
    const match = providerByMx(hosts.value)
    if (match === null) return NOTHING
    const { provider: facts, mx } = match
    const why: Reason = { kind: 'mail-handled-by', provider: facts.name, domain: address.domain.unicode, mx }
    const origin = { source: 'mx', trust: 'dns', why } as const
    return found(candidatesOf(facts, address, origin, date), { facts, why })
  },
}
