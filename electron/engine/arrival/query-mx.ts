import type { MailHostFacts, MxFacts } from '#shared/arrival/facts.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { asked, mapAsked } from '#engine/arrival/asked.ts'
import type { MailRoute, Resolver } from '#engine/environment.ts'

const MOST_HOSTS = 10
const ABSENT = { state: 'absent' } as const

/** Who takes mail for the domain, and whether each of them is there. */
export async function queryMx(domain: string, resolver: Resolver, signal: AbortSignal): Promise<MxFacts> {
  const routes = asked(await resolver.mailRoutes(domain, signal))
  if (routes.state === 'unasked') return { state: 'unasked', hosts: [], fallback: { state: 'unasked' } }
  if (routes.state === 'absent' || routes.value.length === 0) {
    const fallback = mapAsked(asked(await resolver.addresses(domain, signal)), ({ length }) => length)
    return { state: 'absent', hosts: [], fallback }
  }
  const named = routes.value.filter(({ host }) => host !== '').slice(0, MOST_HOSTS)
  if (named.length === 0) return { state: 'null-mx', hosts: [], fallback: ABSENT }
  const hosts = await Promise.all(named.map((route) => probeHost(route, resolver, signal)))
  return { state: 'hosts', hosts, fallback: ABSENT }
}

async function probeHost(
  { host, preference }: MailRoute,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<MailHostFacts> {
  if (isIpv4(host) || isIpv6(host))
    return { host, preference, kind: 'address', alias: null, addresses: ABSENT, tlsa: ABSENT }
  const [alias, addresses, tlsa] = await Promise.all([
    resolver.aliases(host, signal),
    resolver.addresses(host, signal),
    resolver.pinnedUsages(`_25._tcp.${host}`, signal),
  ])
  return {
    host,
    preference,
    kind: 'name',
    alias: alias.ok ? (alias.value[0] ?? null) : null,
    addresses: mapAsked(asked(addresses), ({ length }) => length),
    tlsa: asked(tlsa),
  }
}
