import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

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
    const settings = await fetchSettings(
      {
        url: record.slice(PREFIX.length),
        source: 'mailconf',
        trust: 'dns',
        why: (host) => ({ kind: 'settings-of-domain', domain, host }),
      },
      context,
    )
    return settings.ok ? found(settings.value) : missed(settings.error)
  },
}
