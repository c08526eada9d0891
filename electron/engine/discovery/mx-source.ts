import { providerByMx } from '#shared/catalogue/look-up.ts'
import { relayByMx } from '#shared/catalogue/mail-routes.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { RecognisedProvider } from '#shared/discovery/source-answer.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { importedByMx } from '#shared/imported/look-up.ts'
import { importedCandidates } from '#engine/discovery/collections-source.ts'
import {
  found,
  missed,
  noted,
  NOTHING,
  type DiscoveryContext,
  type DiscoverySource,
  type SourceResult,
} from '#engine/discovery/source.ts'

/**
 * The provider that receives mail for the domain: one DNS query names it for most hosted domains. Where the mail is
 * filtered, forwarded or not taken at all, that is the answer.
 */
export const mxSource: DiscoverySource = {
  id: 'mx',
  rank: 'word',
  ask: async (context) => {
    const { address, resolver, signal } = context
    const { ascii, unicode: domain } = address.domain
    const routes = await resolver.mailRoutes(ascii, signal)
    if (!routes.ok) return missed(routes.error)
    const hosts = routes.value.flatMap(({ host }) => (host === '' ? [] : [host]))
    if (hosts.length === 0 && routes.value.length > 0) return noted({ kind: 'no-mail', domain })
    const match = providerByMx(hosts)
    if (match !== null) return fromProvider(match, context)
    const relay = relayByMx(hosts)
    if (relay === null) return askCollections(hosts, address)
    const { kind, name, mx } = relay
    const note: DiscoveryNote =
      kind === 'filter'
        ? { kind: 'filtered', domain, filter: name, mx }
        : { kind: 'forwards', domain, forwarder: name, mx }
    return noted(note)
  },
}

function fromProvider(
  { provider: facts, mx }: { readonly provider: Provider; readonly mx: string },
  { address, date }: DiscoveryContext,
): SourceResult {
  const isShared = facts.mxUse === 'shared'
  const kind = isShared ? 'mail-probably-handled-by' : 'mail-handled-by'
  const why = { kind, provider: facts.name, domain: address.domain.unicode, mx } as const
  const origin = { source: 'mx', trust: isShared ? 'guess' : 'dns', why, mx } as const
  const provider: RecognisedProvider = { facts, why, ...(isShared ? { certainty: 'probable' } : {}) }
  const result = found(candidatesOf(facts, address, origin, date), provider)
  return hasSeveralProducts(facts) ? { ...result, yields: 'to-own-file' } : result
}

/** The MX hosts are the same for all of them: the domain itself knows which one it is. */
function hasSeveralProducts({ hints }: Provider): boolean {
  return hints.some(({ kind }) => kind === 'other-product' || kind === 'own-server-name')
}

/** A hoster that public collections know by its MX hosts, and the catalogue has no entry for. */
function askCollections(hosts: readonly string[], address: EmailAddress): SourceResult {
  const match = importedByMx(hosts)
  if (match === null) return NOTHING
  const { settings, mx } = match
  const why = {
    kind: 'mail-handled-by',
    provider: settings.name,
    domain: address.domain.unicode,
    mx,
  } as const
  const origin = { source: 'mx', trust: 'dns' } as const
  const candidates = settings.servers.flatMap((server) =>
    importedCandidates(server, address, origin, () => why),
  )
  return { ...found(candidates), yields: 'to-own-file' }
}
