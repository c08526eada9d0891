import { fail, type Outcome } from '#shared/outcome.ts'
import type { Resolver, ResolverFault } from '#engine/environment.ts'

/**
 * Lets only so many questions be under way at a time: a burst of a thousand is lost on the way to a name server, or taken
 * for an attack there. The others wait in the order in which they came, until their own signal calls them off.
 */
export function withFewQuestions(resolver: Resolver, atOnce: number): Resolver {
  const gate = new Gate(atOnce)
  return {
    addresses: (host, signal) => gate.pass(signal, () => resolver.addresses(host, signal)),
    services: (name, signal) => gate.pass(signal, () => resolver.services(name, signal)),
    texts: (name, signal) => gate.pass(signal, () => resolver.texts(name, signal)),
    nameServers: (zone, signal) => gate.pass(signal, () => resolver.nameServers(zone, signal)),
    mailExchangers: (domain, signal) => gate.pass(signal, () => resolver.mailExchangers(domain, signal)),
    mailRoutes: (domain, signal) => gate.pass(signal, () => resolver.mailRoutes(domain, signal)),
    aliases: (name, signal) => gate.pass(signal, () => resolver.aliases(name, signal)),
    pointers: (address, signal) => gate.pass(signal, () => resolver.pointers(address, signal)),
    pinnedUsages: (name, signal) => gate.pass(signal, () => resolver.pinnedUsages(name, signal)),
  }
}

class Gate {
  #free: number
  /** In the order of arrival. */
  readonly #waiting = new Set<() => void>()

  constructor(places: number) {
    this.#free = places
  }

  async pass<T>(
    signal: AbortSignal,
    ask: () => Promise<Outcome<T, ResolverFault>>,
  ): Promise<Outcome<T, ResolverFault>> {
    if (!(await this.#enter(signal))) return fail({ kind: 'cancelled' })
    try {
      return await ask()
    } finally {
      this.#leave()
    }
  }

  /** `false` for who was called off while waiting, and has no place. */
  async #enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (this.#free > 0) {
      this.#free -= 1
      return true
    }
    return new Promise((resolve) => {
      const callOff = () => {
        this.#waiting.delete(comeIn)
        resolve(false)
      }
      const comeIn = () => {
        signal.removeEventListener('abort', callOff)
        resolve(true)
      }
      this.#waiting.add(comeIn)
      signal.addEventListener('abort', callOff, { once: true })
    })
  }

  /** A place goes on to the next without being free between. */
  #leave(): void {
    const [next] = this.#waiting
    if (next === undefined) this.#free += 1
    else {
      this.#waiting.delete(next)
      next()
    }
  }
}
