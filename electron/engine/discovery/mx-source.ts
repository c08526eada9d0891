import { providerByDomain, providerByMx } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import { NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** Who receives mail for the domain: one DNS question tells most hosted domains from each other. */
export const mxSource: DiscoverySource = {
  id: 'mx',
  usesNetwork: true,
  ask: async ({ address, date, resolver, signal }) => {
    // A domain the catalogue knows needs no question, and a literal or single-label domain has no MX.
    const known = address.lookUp === 'manual' || providerByDomain(address.domain.ascii) !== null
    if (known) return { ...NOTHING, status: 'skipped' }
    const hosts = await resolver.mailExchangers(address.domain.ascii, signal)
    if (!hosts.ok) return hosts.error.kind === 'name-not-found' ? NOTHING : { ...NOTHING, status: 'failed' }
    const found = providerByMx(hosts.value)
    if (found === null) return NOTHING
    const { provider: facts, mx } = found
    const why: Reason = { kind: 'mail-handled-by', provider: facts.name, domain: address.domain.unicode, mx }
    const origin = { source: 'mx', trust: 'dns', why } as const
    return {
      status: 'found',
      provider: { facts, why },
      candidates: candidatesOf(facts, address, origin, date),
    }
  },
}
