import { candidatesOf } from '#shared/discovery/candidates.ts'
import { asProvider } from '#shared/policy/policy-candidates.ts'
import { policyProviderFor, type Policy } from '#shared/policy/policy.ts'
import { found, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** What the organisation says about its own addresses: it stands before everything else. */
export function createPolicySource(policy: Policy): DiscoverySource {
  return {
    id: 'policy',
    rank: 'built-in',
    ask: ({ address, date }) => {
      const own = policyProviderFor(policy, address.domain.ascii)
      if (own === null) return NOTHING
      const facts = asProvider(own)
      const why = { kind: 'policy', organisation: policy.organisation } as const
      const origin = { source: 'policy', trust: 'policy', why } as const
      return found(candidatesOf(facts, address, origin, date), { facts, why })
    },
  }
}
