import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

const PREFIX = 'mailconf='

/** Where a TXT record of the domain says that its settings are. */
export const mailconfSource: DiscoverySource = {
  id: 'mailconf',
  rank: 'word',
  ask: async (context) => {
    const { ascii, unicode: domain } = context.address.domain
    const records = await context.resolver.texts(ascii, context.signal)
    if (!records.ok) return missed(records.error)
    const record = records.value.find((text) => text.startsWith(PREFIX))
    if (record === undefined) return NOTHING
    return fetchSettings(
      {
        url: record.slice(PREFIX.length),
        source: 'mailconf',
        trust: 'dns',
        why: (host) => ({ kind: 'settings-of-domain', domain, host }),
      },
      context,
    )
  },
}
