import type { Resolver } from '#engine/ports.ts'

/**
 * Asks every question once and gives all who want it the same answer. The signal is the one of the whole look-up: a
 * source that is called off must not take the answer from the others.
 */
export function shareLookUps(resolver: Resolver, signal: AbortSignal): Resolver {
  return {
    addresses: once((host) => resolver.addresses(host, signal)),
    services: once((name) => resolver.services(name, signal)),
    texts: once((name) => resolver.texts(name, signal)),
    nameServers: once((zone) => resolver.nameServers(zone, signal)),
    mailExchangers: once((domain) => resolver.mailExchangers(domain, signal)),
    mailRoutes: once((domain) => resolver.mailRoutes(domain, signal)),
    aliases: once((name) => resolver.aliases(name, signal)),
    pointers: once((address) => resolver.pointers(address, signal)),
    pinnedUsages: once((name) => resolver.pinnedUsages(name, signal)),
  }
}

function once<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (name) => {
    const known = answers.get(name)
    if (known !== undefined) return known
    const answer = ask(name)
    answers.set(name, answer)
    return answer
  }
}
