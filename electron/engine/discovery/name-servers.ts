import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { DiscoveryContext } from '#engine/discovery/source.ts'
import type { ResolverFault } from '#engine/environment.ts'

/**
 * The name servers of the domain: some DNS hosters keep their customers' mail too, under names of the customers' own
 * domain, where MX tells nothing. DNS and mail are often hosted by different providers, so where MX leads out of the
 * domain the name servers say nothing about mail, and the answer is empty.
 */
export async function tellingNameServers({
  address,
  resolver,
  signal,
}: DiscoveryContext): Promise<Outcome<readonly string[], ResolverFault>> {
  const zone = registrableDomain(address.domain.ascii)
  if (zone === null) return ok([])
  const [hosts, mx] = await Promise.all([
    resolver.nameServers(zone, signal),
    resolver.mailExchangers(address.domain.ascii, signal),
  ])
  if (!hosts.ok) return hosts
  const isElsewhere = mx.ok && mx.value.some((host) => registrableDomain(host) !== zone)
  return ok(isElsewhere ? [] : hosts.value)
}
