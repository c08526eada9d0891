import { authMethodsFor } from '#shared/catalogue/sign-in.ts'
import type { Candidate, CandidateSource, Reason, Trust } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { userNameFor } from '#shared/domain/user-name.ts'
import { importedByDomain, type HeldServer } from '#shared/imported/look-up.ts'
import { found, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/**
 * What public collections say about a domain that has no entry of its own in the catalogue. They are on this computer,
 * so it is an answer offline too; it stays hearsay, and the domain's own word is waited for.
 */
export const collectionsSource: DiscoverySource = {
  id: 'collections',
  rank: 'hearsay',
  needs: 'nothing',
  ask: ({ address }) => {
    const candidates = candidatesFromCollections(address, 'collections')
    return candidates.length === 0 ? NOTHING : found(candidates)
  },
}

/** The servers that the collections have for the domain of an address. */
export function candidatesFromCollections(
  address: EmailAddress,
  source: CandidateSource,
): readonly Candidate[] {
  const { ascii, unicode: domain } = address.domain
  const servers = importedByDomain(ascii)?.servers ?? []
  return servers.flatMap((server) =>
    importedCandidates(server, address, { source, trust: 'public-list' }, (collections) => ({
      kind: server.status === 'proved' ? 'in-collections' : 'once-listed',
      domain,
      collections,
    })),
  )
}

/** Where a server comes from when a collection that is still corrected has it. */
interface ImportedOrigin {
  readonly source: CandidateSource
  readonly trust: Trust
}

/** A server of the collections for one address. One that no collection corrects any more is a guess, probed first. */
export function importedCandidates(
  { protocol, text, userName, heldBy, status }: HeldServer,
  address: EmailAddress,
  { source, trust }: ImportedOrigin,
  why: (collections: string) => Reason,
): readonly Candidate[] {
  const endpoint = parseEndpoint(protocol, text)
  if (!endpoint.ok) return []
  return [
    {
      endpoint: endpoint.value,
      userName: userNameFor(userName, address),
      auth: authMethodsFor([]),
      source,
      trust: status === 'proved' ? trust : 'guess',
      why: why([...new Set(heldBy.map(({ name }) => name))].join(', ')),
    },
  ]
}
