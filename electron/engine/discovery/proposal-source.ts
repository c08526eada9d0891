import { proposalsFor } from '#shared/discovery/candidates.ts'
import { found, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** Usual names, for a start where nothing is known. */
export const proposalSource: DiscoverySource = {
  id: 'proposal',
  rank: 'built-in',
  ask: ({ address }) => {
    const candidates = proposalsFor(address)
    return candidates.length === 0 ? NOTHING : found(candidates)
  },
}
