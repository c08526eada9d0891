import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { ispdbUrl } from '#engine/discovery/autoconfig/urls.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'

/** What a public list says about the domain. */
export const ispdbSource: DiscoverySource = {
  id: 'ispdb',
  rank: 'hearsay',
  ask: (context) => {
    const { ascii, unicode: domain } = context.address.domain
    return fetchSettings(
      {
        url: ispdbUrl(ascii),
        source: 'ispdb',
        trust: 'public-list',
        why: (host) => ({ kind: 'listed', domain, host }),
      },
      context,
    )
  },
}
