import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { autoconfigUrl, ispdbUrl } from '#engine/discovery/autoconfig/urls.ts'
import { domainsOfMailHost } from '#engine/discovery/mx-domains.ts'
import { missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** Asks about the domains of the host that receives the mail, side by side; the narrowest that answers counts. */
function createMailHostSource(
  id: 'autoconfig-mx' | 'ispdb-mx',
  urlFor: (hoster: string, domain: string) => string,
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
              url: urlFor(domain, context.address.domain.ascii),
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
      return answers.find(({ status }) => status === 'found') ?? answers[0] ?? NOTHING
    },
  }
}

/** What the hoster of the mail publishes for its customers. */
export const mailHostAutoconfigSource = createMailHostSource('autoconfig-mx', (hoster, domain) =>
  autoconfigUrl(domain, `autoconfig.${hoster}`),
)

/** What a public list says about the hoster of the mail. */
export const mailHostIspdbSource = createMailHostSource('ispdb-mx', ispdbUrl)
