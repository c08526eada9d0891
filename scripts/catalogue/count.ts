import type { Provider } from '../../shared/catalogue/provider.ts'
import type { ImportedRecord } from '../../shared/imported/record.ts'

export interface Known {
  readonly providers: number
  readonly domains: number
}

/**
 * How much is known offline. A provider is an entry, or a service of which only the collections know: records that
 * share a domain, an MX suffix or a host are about the same service, however many files speak of it.
 */
export function countKnown(providers: readonly Provider[], imported: readonly ImportedRecord[]): Known {
  const services = new Services()
  for (const { domains, mx, servers } of providers) {
    const hosts = Object.values(servers)
      .flat()
      .filter((text) => !text.includes('{'))
    services.add([...domains, ...mx, ...hosts.map(hostOf)])
  }
  const withEntry = services.count()
  for (const { domains, mx, servers } of imported)
    services.add([...domains, ...mx, ...servers.map(({ text }) => hostOf(text))])
  const domains = new Set([...providers, ...imported].flatMap((one) => one.domains))
  // Entries of one company may share a host, and each is a provider all the same.
  return { providers: providers.length + services.count() - withEntry, domains: domains.size }
}

function hostOf(text: string): string {
  return text.split(':')[0] ?? text
}

/** Groups of names that belong together, because each of them was named together with another. */
class Services {
  readonly #above = new Map<string, string>()
  #groups = 0

  add(names: readonly string[]): void {
    const [first, ...others] = names
    if (first === undefined) return
    for (const name of names) this.#meet(name)
    for (const other of others) this.#join(first, other)
  }

  count(): number {
    return this.#groups
  }

  #meet(name: string): void {
    if (this.#above.has(name)) return
    this.#above.set(name, name)
    this.#groups += 1
  }

  #join(one: string, other: string): void {
    const [a, b] = [this.#top(one), this.#top(other)]
    if (a === b) return
    this.#above.set(b, a)
    this.#groups -= 1
  }

  #top(name: string): string {
    const above = this.#above.get(name) ?? name
    return above === name ? name : this.#top(above)
  }
}
