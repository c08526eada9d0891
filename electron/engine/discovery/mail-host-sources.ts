import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { autoconfigUrl, ispdbUrl } from '#engine/discovery/autoconfig/urls.ts'
import { domainsOfMailHost } from '#engine/discovery/mx-domains.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** Asks about the domains of the host that receives the mail, side by side; the narrowest that answers counts. */
function createMailHostSource(
  id: 'autoconfig-mx' | 'ispdb-mx',
  urlFor: (domain: string) => string,
): DiscoverySource {
  return {
    id,
    rank: 'hearsay',
    ask: async (context) => {
      const host = await domainsOfMailHost(context)
      if (!host.ok) return missed(host.error)
      if (host.value === null) return NOTHING
      const { mx, domains } = host.value
      const answers = await Promise.all(
        domains.map((domain) =>
          fetchSettings(
            {
              url: urlFor(domain),
              source: id,
              trust: 'dns',
              why: (from) => ({
                kind: 'settings-of-mail-host',
                domain: context.address.domain.unicode,
                mx,
                host: from,
              }),
            },
            context,
          ),
        ),
      )
      const settings = answers.find(({ ok }) => ok) ?? answers[0]
      if (settings === undefined) return NOTHING
      return settings.ok ? found(settings.value) : missed(settings.error)
    },
  }
}

/** What the hoster of the mail publishes for its customers. */
export const mailHostAutoconfigSource = createMailHostSource('autoconfig-mx', autoconfigUrl)

/** What a public list says about the hoster of the mail. */
export const mailHostIspdbSource = createMailHostSource('ispdb-mx', ispdbUrl)
