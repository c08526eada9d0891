import { isLocalName } from '#shared/domain/host-name.ts'
import { addressScope, type AddressScope } from '#shared/domain/ip-scope.ts'
import { fail, ok } from '#shared/outcome.ts'
import type { Resolver } from '#engine/environment.ts'
import type { Network } from '#engine/net/network.ts'

/**
 * How far a connection may go, by who named its host. `outside`: a server did, in a document, record or
 * redirect. `typed-domain`: a fixed name of the domain the user typed, which a company may keep in its own
 * network. `named`: the user or the organisation said this very host.
 */
export type Ground = 'outside' | 'typed-domain' | 'named'

const SCOPES: Readonly<Record<Ground, readonly AddressScope[]>> = {
  outside: ['internet'],
  'typed-domain': ['internet', 'private'],
  named: ['internet', 'private', 'special', 'documentation'],
}

export interface GroundedResolver {
  readonly resolver: Resolver
  /** Whether a name was turned down because of where its addresses are. */
  readonly hasRefused: () => boolean
}

/**
 * Gives of every name the addresses alone that this ground admits. A connection goes to an address it was given and
 * looks up no name again (`race.ts`, `dial.ts`), so what was checked is what is reached: a name that changes its
 * address in between (DNS rebinding) gains nothing.
 *
 * Behind a proxy the proxy looks up the names (docs/adr/0014) and nothing can be checked here but the name itself; the
 * one address that is asked for then is that of the proxy, which the user or the organisation named.
 */
export function groundedResolver(tools: Network, ground: Ground): GroundedResolver {
  const { resolver, proxy, scopeOf = addressScope } = tools
  if (ground === 'named' || proxy !== null) return { resolver, hasRefused: () => false }
  let refused = false
  const addresses: Resolver['addresses'] = async (host, signal) => {
    const found = await resolver.addresses(host, signal)
    if (!found.ok) return found
    const admitted = found.value.filter(({ address }) => SCOPES[ground].includes(scopeOf(address)))
    if (admitted.length > 0 || found.value.length === 0) return ok(admitted)
    refused = true
    return fail({ kind: 'name-not-found' })
  }
  return { resolver: { ...resolver, addresses }, hasRefused: () => refused }
}

/**
 * Whether an address of a web page may be gone to at all on this ground. A page the user did not name is at
 * the port of the web and under a name of the internet: another port is one of some other service.
 */
export function isOnGround(url: URL, ground: Ground): boolean {
  if (ground === 'named') return true
  // The parser leaves 443 out.
  return url.port === '' && (ground === 'typed-domain' || !isLocalName(url.hostname))
}
