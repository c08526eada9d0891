import type { Reason } from '#shared/domain/candidate.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { fetchSettings } from '#engine/discovery/autoconfig/fetch-settings.ts'
import { autoconfigUrl, wellKnownUrl } from '#engine/discovery/autoconfig/urls.ts'
import type { DiscoveryContext, DiscoverySource, SourceResult } from '#engine/discovery/source.ts'

/** What the domain publishes on its own host for this purpose, or on that of its hoster. */
export const autoconfigSource: DiscoverySource = {
  id: 'autoconfig',
  rank: 'word',
  ask: async (context) => {
    const own = await askDomain('autoconfig', autoconfigUrl, context)
    const isWithoutCertificate = own.code?.startsWith('TLS_') === true
    return isWithoutCertificate ? ((await askAlias(context)) ?? own) : own
  },
}

/** What the domain publishes on its web server. */
export const wellKnownSource: DiscoverySource = {
  id: 'well-known',
  rank: 'word',
  ask: (context) => askDomain('well-known', wellKnownUrl, context),
}

function askDomain(
  source: 'autoconfig' | 'well-known',
  urlFor: (domain: string) => string,
  context: DiscoveryContext,
): Promise<SourceResult> {
  const { ascii, unicode: domain } = context.address.domain
  const why = (host: string): Reason => ({ kind: 'settings-of-domain', domain, host })
  const order = { url: urlFor(ascii), source, trust: 'domain', why } as const
  return fetchSettings(order, { ...context, fetch: context.fetchFromDomain })
}

/**
 * Many customers of a hoster point the name at it with a CNAME, and no certificate is made for theirs. The hoster is
 * asked under its own name instead, which it can prove; that it is the right one only DNS says.
 * @returns `null` where there is nothing to ask, or nothing comes of it
 */
async function askAlias(context: DiscoveryContext): Promise<SourceResult | null> {
  const { address, resolver, signal } = context
  const { ascii, unicode: domain } = address.domain
  const targets = await resolver.aliases(`autoconfig.${ascii}`, signal)
  const host = targets.ok ? publicHost(targets.value[0] ?? '') : null
  if (host === null) return null
  const why = (from: string): Reason => ({ kind: 'settings-by-alias', domain, host: from })
  const order = { url: autoconfigUrl(ascii, host), source: 'autoconfig', trust: 'dns', why } as const
  const settings = await fetchSettings(order, context)
  return settings.status === 'found' ? settings : null
}
