import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { autoconfigUrl, wellKnownUrl } from '#engine/discovery/autoconfig/urls.ts'
import { found, missed, type DiscoverySource } from '#engine/discovery/source.ts'

function createAutoconfigSource(
  id: 'autoconfig' | 'well-known',
  urlFor: (domain: string) => string,
): DiscoverySource {
  return {
    id,
    rank: 'word',
    ask: async (context) => {
      const { ascii, unicode: domain } = context.address.domain
      const settings = await fetchSettings(
        {
          url: urlFor(ascii),
          source: id,
          trust: 'domain',
          why: (host) => ({ kind: 'settings-of-domain', domain, host }),
        },
        { ...context, fetch: context.fetchFromDomain },
      )
      return settings.ok ? found(settings.value) : missed(settings.error)
    },
  }
}

/** What the domain publishes on its own host for this purpose. */
export const autoconfigSource = createAutoconfigSource('autoconfig', autoconfigUrl)

/** What the domain publishes on its web server. */
export const wellKnownSource = createAutoconfigSource('well-known', wellKnownUrl)
