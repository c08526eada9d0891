import { isAnnounced } from '#engine/discovery/pacc/digest.ts'
import { readPacc } from '#engine/discovery/pacc/document.ts'
import { found, missed, type DiscoverySource } from '#engine/discovery/source.ts'

/**
 * What the domain publishes by draft-ietf-mailmaint-pacc: a document whose digest stands in the domain's DNS, so
 * that an attacker has to forge both.
 */
export const paccSource: DiscoverySource = {
  id: 'pacc',
  rank: 'word',
  ask: async ({ address, fetchFromDomain, resolver, signal }) => {
    const { ascii, unicode: domain } = address.domain
    const [fetched, records] = await Promise.all([
      fetchFromDomain(`https://ua-auto-config.${ascii}/.well-known/user-agent-configuration.json`, signal),
      resolver.texts(`_ua-auto-config.${ascii}`, signal),
    ])
    if (!fetched.ok) return missed(fetched.error)
    const { host, body } = fetched.value
    if (!records.ok || !isAnnounced(body, records.value))
      return missed({ kind: 'document', why: 'not-as-announced' })
    const why = { kind: 'settings-of-domain', domain, host } as const
    const document = readPacc(body, address, { source: 'pacc', trust: 'domain', why }, host)
    if (!document.ok) return missed(document.error)
    const { candidates, notes } = document.value
    return { ...found(candidates), notes }
  },
}
