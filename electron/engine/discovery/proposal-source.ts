import { proposalsFor } from '#shared/discovery/candidates.ts'
import { NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** Usual names, for a start where nothing is known. */
export const proposalSource: DiscoverySource = {
  id: 'proposal',
  usesNetwork: false,
  ask: ({ address }) => {
    const candidates = proposalsFor(address)
    return candidates.length === 0 ? NOTHING : { status: 'found', provider: null, candidates }
  },
}
