import { fail, type Outcome } from '#shared/outcome.ts'
import { orInterrupted } from '#engine/interruption.ts'
import type { Resolver, ResolverFault } from '#engine/environment.ts'

/** Names beyond these are asked about again. Each is a few hundred octets. */
const MOST_NAMES = 4_096

/**
 * What name servers say about hosts that many domains lead to, asked once for all of them: a thousand customers of one
 * hoster are one question about its host. Names within a domain of the list itself are asked about once anyway, and are
 * not kept.
 */
export class RememberedHosts {
  readonly #resolver: Resolver
  readonly #signal: AbortSignal
  readonly #answers = new Map<string, Promise<Outcome<unknown, ResolverFault>>>()

  /** @param signal of the whole run: a domain that is done must not take an answer from the others */
  constructor(resolver: Resolver, signal: AbortSignal) {
    this.#resolver = resolver
    this.#signal = signal
  }

  /** The same resolver for one domain of the list. */
  resolverFor(domain: string): Resolver {
    const shared = <T>(kind: string, ask: Question<T>): Question<T> => this.#shared(domain, kind, ask)
    return {
      ...this.#resolver,
      addresses: shared('A', (host, signal) => this.#resolver.addresses(host, signal)),
      services: shared('SRV', (name, signal) => this.#resolver.services(name, signal)),
      texts: shared('TXT', (name, signal) => this.#resolver.texts(name, signal)),
      nameServers: shared('NS', (zone, signal) => this.#resolver.nameServers(zone, signal)),
      aliases: shared('CNAME', (name, signal) => this.#resolver.aliases(name, signal)),
    }
  }

  #shared<T>(domain: string, kind: string, ask: Question<T>): Question<T> {
    return async (name, signal) => {
      if (name === domain || name.endsWith(`.${domain}`)) return ask(name, signal)
      const key = `${kind} ${name}`
      const heard = await orInterrupted(signal, () => this.#answerTo(key, () => ask(name, this.#signal)))
      if (heard.ok) return heard
      const { error } = heard
      return fail(error.kind === 'timeout' ? { kind: 'cancelled' } : error)
    }
  }

  /** The kind of question in the key says what its answer is. */
  #answerTo<T>(
    key: string,
    ask: () => Promise<Outcome<T, ResolverFault>>,
  ): Promise<Outcome<T, ResolverFault>> {
    const known = this.#answers.get(key) as Promise<Outcome<T, ResolverFault>> | undefined
    const answer = known ?? ask()
    // What is asked for often is the last to be forgotten.
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > MOST_NAMES && oldest !== undefined) this.#answers.delete(oldest)
    // A name server that did not answer may do so for the next domain.
    if (known === undefined)
      void answer.then((heard) => {
        if (!heard.ok && heard.error.kind !== 'name-not-found') this.#answers.delete(key)
      })
    return answer
  }
}

type Question<T> = (name: string, signal: AbortSignal) => Promise<Outcome<T, ResolverFault>>
