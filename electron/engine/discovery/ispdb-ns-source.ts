import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { ispdbUrl } from '#engine/discovery/autoconfig/urls.ts'
import { tellingNameServers } from '#engine/discovery/name-servers.ts'
import { missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** What a public list (ISPDB) says about the host of the domain's DNS. */
export const nameHostIspdbSource: DiscoverySource = {
  id: 'ispdb-ns',
  rank: 'hearsay',
  ask: async (context) => {
    const hosts = await tellingNameServers(context)
    if (!hosts.ok) return missed(hosts.error)
    const [ns] = hosts.value
    const owner = ns === undefined ? null : registrableDomain(ns)
    if (ns === undefined || owner === null || owner === registrableDomain(context.address.domain.ascii))
      return NOTHING
    const { unicode: domain } = context.address.domain
    return fetchSettings(
      {
        url: ispdbUrl(owner),
        source: 'ispdb-ns',
        trust: 'guess',
        why: (host) => ({ kind: 'settings-of-name-host', domain, ns, host }),
      },
      context,
    )
  },
}
