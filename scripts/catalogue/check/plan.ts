import type { Provider } from '../../../shared/catalogue/provider.ts'
import { isLoopbackHost } from '../../../shared/domain/host-name.ts'
import { PROTOCOLS, type Protocol } from '../../../shared/domain/protocol.ts'
import { parseEndpoint, type ServerEndpoint } from '../../../shared/domain/server-endpoint.ts'
import { placeOf, type ImportedRecord } from '../../../shared/imported/record.ts'

/** What is looked after: entries of the catalogue and records of the collections. */
export interface Looked {
  readonly providers: readonly Provider[]
  readonly imported: readonly ImportedRecord[]
}

/** One host, to be greeted once; its first server in the catalogue stands for it. */
export interface HostQuestion {
  readonly endpoint: ServerEndpoint
  /** Ids of entries, and places of records. */
  readonly owners: readonly string[]
}

/** One domain whose published settings are read. */
export interface DomainQuestion {
  readonly domain: string
  readonly owner: string
  /** `imap imap.example.org:993:tls` */
  readonly known: readonly string[]
}

/** Every host once, however many entries name it: no server is asked twice for one run. Templates and this computer are no hosts. */
export function hostQuestions(looked: Looked): readonly HostQuestion[] {
  const found = new Map<string, { endpoint: ServerEndpoint; owners: Set<string> }>()
  for (const { owner, protocol, text } of serversOf(looked)) {
    const read = parseEndpoint(protocol, text)
    if (!read.ok || isLoopbackHost(read.value.host)) continue
    const known = found.get(read.value.host)
    if (known === undefined) found.set(read.value.host, { endpoint: read.value, owners: new Set([owner]) })
    else known.owners.add(owner)
  }
  return [...found.values()].map(({ endpoint, owners }) => ({ endpoint, owners: [...owners] }))
}

/** The first domain of each entry and of each record; the others of one provider say the same or nothing. */
export function domainQuestions({ providers, imported }: Looked): readonly DomainQuestion[] {
  const all = [
    ...providers
      .filter(({ kind }) => kind === 'mailbox')
      .map(({ id, domains, servers }) => ({
        owner: id,
        domains,
        known: PROTOCOLS.flatMap((protocol) => servers[protocol].map((text) => `${protocol} ${text}`)),
      })),
    ...imported.map((record) => ({
      owner: placeOf(record),
      domains: record.domains,
      known: record.servers.map(({ protocol, text }) => `${protocol} ${text}`),
    })),
  ]
  const asked = new Set<string>()
  return all.flatMap(({ owner, domains, known }) => {
    const domain = domains.find((name) => !name.startsWith('*.'))
    if (domain === undefined || asked.has(domain)) return []
    asked.add(domain)
    return [{ domain, owner, known }]
  })
}

interface OwnedServer {
  readonly owner: string
  readonly protocol: Protocol
  readonly text: string
}

function serversOf({ providers, imported }: Looked): readonly OwnedServer[] {
  return [
    ...providers.flatMap(({ id, servers }) =>
      PROTOCOLS.flatMap((protocol) => servers[protocol].map((text) => ({ owner: id, protocol, text }))),
    ),
    ...imported.flatMap((record) =>
      record.servers.map(({ protocol, text }) => ({ owner: placeOf(record), protocol, text })),
    ),
  ]
}
