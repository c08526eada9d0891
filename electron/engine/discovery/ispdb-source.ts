import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { ispdbUrl } from '#engine/discovery/autoconfig/urls.ts'
import { found, missed, type DiscoverySource } from '#engine/discovery/source.ts'

/** What a public list says about the domain. */
export const ispdbSource: DiscoverySource = {
  id: 'ispdb',
  rank: 'hearsay',
  ask: async (context) => {
    const { ascii, unicode: domain } = context.address.domain
    const settings = await fetchSettings(
      {
        url: ispdbUrl(ascii),
        source: 'ispdb',
        trust: 'public-list',
        why: (host) => ({ kind: 'listed', domain, host }),
      },
      context,
    )
    return settings.ok ? found(settings.value) : missed(settings.error)
  },
}
