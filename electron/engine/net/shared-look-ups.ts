import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Resolver, ResolverFault } from '#engine/environment.ts'

const CANCELLED = fail({ kind: 'cancelled' } as const)

/**
 * Asks every question once and gives all who want it the same answer. The signal is the one of the whole look-up: a
 * source that is called off must not take the answer from the others.
 */
export function shareLookUps(resolver: Resolver, signal: AbortSignal): Resolver {
  const mailRoutes = once(signal, (domain) => resolver.mailRoutes(domain, signal))
  return {
    addresses: once(signal, (host) => resolver.addresses(host, signal)),
    services: once(signal, (name) => resolver.services(name, signal)),
    texts: once(signal, (name) => resolver.texts(name, signal)),
    nameServers: once(signal, (zone) => resolver.nameServers(zone, signal)),
    // Both are the same question to a name server.
    mailExchangers: async (domain) => {
      const routes = await mailRoutes(domain)
      return routes.ok ? ok(routes.value.flatMap(({ host }) => (host === '' ? [] : [host]))) : routes
    },
    mailRoutes,
    aliases: once(signal, (name) => resolver.aliases(name, signal)),
    pointers: once(signal, (address) => resolver.pointers(address, signal)),
    pinnedUsages: once(signal, (name) => resolver.pinnedUsages(name, signal)),
  }
}

function once<T>(
  signal: AbortSignal,
  ask: (name: string) => Promise<Outcome<T, ResolverFault>>,
): (name: string) => Promise<Outcome<T, ResolverFault>> {
  const answers = new Map<string, Promise<Outcome<T, ResolverFault>>>()
  return (name) => {
    const known = answers.get(name)
    if (known !== undefined) return known
    const answer = signal.aborted ? Promise.resolve(CANCELLED) : ask(name)
    answers.set(name, answer)
    return answer
  }
}
