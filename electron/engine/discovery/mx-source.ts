import { providerByMx } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { importedByMx } from '#shared/imported/look-up.ts'
import { importedCandidates } from '#engine/discovery/collections-source.ts'
import { found, missed, NOTHING, type DiscoverySource, type SourceResult } from '#engine/discovery/source.ts'

/** The provider that receives mail for the domain: one DNS query names it for most hosted domains. */
export const mxSource: DiscoverySource = {
  id: 'mx',
  rank: 'word',
  ask: async ({ address, date, resolver, signal }) => {
    const hosts = await resolver.mailExchangers(address.domain.ascii, signal)
    if (!hosts.ok) return missed(hosts.error)
    const match = providerByMx(hosts.value)
    if (match === null) return askCollections(hosts.value, address)
    const { provider: facts, mx } = match
    const why: Reason = { kind: 'mail-handled-by', provider: facts.name, domain: address.domain.unicode, mx }
    const origin = { source: 'mx', trust: 'dns', why, mx } as const
    return found(candidatesOf(facts, address, origin, date), { facts, why })
  },
}

/** A hoster that public collections know by its MX hosts, and the catalogue has no entry for. */
function askCollections(hosts: readonly string[], address: EmailAddress): SourceResult {
  const match = importedByMx(hosts)
  if (match === null) return NOTHING
  const { settings, mx } = match
  const why: Reason = {
    kind: 'mail-handled-by',
    provider: settings.name,
    domain: address.domain.unicode,
    mx,
  }
  const origin = { source: 'mx', trust: 'dns' } as const
  return found(settings.servers.flatMap((server) => importedCandidates(server, address, origin, () => why)))
}
