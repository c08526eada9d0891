import { relayByMx } from '#shared/catalogue/mail-routes.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { DiscoveryContext } from '#engine/discovery/source.ts'
import type { ResolverFault } from '#engine/environment.ts'

export interface MailHost {
  /** The preferred host that receives the mail. */
  readonly mx: string
  /** The domains it belongs to, the narrowest first: `mail.hoster.example`, `hoster.example`. */
  readonly domains: readonly string[]
}

/**
 * The domains of the provider that receives the mail (MX), where settings for its customers may be found. Climbs
 * from the host to the registrable domain and never beyond: `co.uk` is not asked about. `null` where the mail stays
 * within the domain of the address, which is asked about anyway, and where it only passes a filter or a forwarder.
 */
export async function domainsOfMailHost({
  address,
  resolver,
  signal,
}: DiscoveryContext): Promise<Outcome<MailHost | null, ResolverFault>> {
  const hosts = await resolver.mailExchangers(address.domain.ascii, signal)
  if (!hosts.ok) return hosts
  if (relayByMx(hosts.value) !== null) return ok(null)
  const [mx] = hosts.value
  const base = mx === undefined ? null : registrableDomain(mx)
  if (mx === undefined || base === null || base === registrableDomain(address.domain.ascii)) return ok(null)
  const parent = mx.slice(mx.indexOf('.') + 1)
  return ok({ mx, domains: parent === base || mx === base ? [base] : [parent, base] })
}
