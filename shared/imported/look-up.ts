import type { ServerText } from '#shared/catalogue/provider.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import type { UserNameForm } from '#shared/domain/user-name.ts'
import type { Collection, ImportedRecord } from '#shared/imported/record.ts'
import { IMPORTED } from '#shared/imported/records.ts'

/** A server, and who says so. */
export interface HeldServer {
  readonly protocol: Protocol
  readonly text: ServerText
  readonly userName: UserNameForm
  readonly heldBy: readonly Collection[]
  /** `proved`: a collection that is still corrected has it. The other ones are looked at before a password is sent. */
  readonly status: 'proved' | 'unproved'
}

export interface ImportedSettings {
  /** A collection gives domains and files, no names: this is the domain it is best known by. */
  readonly name: string
  /** Proved ones first within each protocol, otherwise in the order of the collections. */
  readonly servers: readonly HeldServer[]
}

const byDomain = recordsBy(({ domains }) => domains)
const byMxSuffix = recordsBy(({ mx }) => mx)

/** What the collections say about the domain of an address: its exact name first, then the `*.` patterns above it. */
export function importedByDomain(domain: string): ImportedSettings | null {
  for (const pattern of [domain, ...parentsOf(domain).map((parent) => `*.${parent}`)]) {
    const settings = settingsOf(byDomain.get(pattern) ?? [])
    if (settings !== null) return settings
  }
  return null
}

/** What they say about the hoster behind these MX hosts (in order of preference); the longest suffix wins. */
export function importedByMx(
  hosts: readonly string[],
): { readonly settings: ImportedSettings; readonly mx: string } | null {
  for (const host of hosts) {
    const mx = host.toLowerCase().replace(/\.$/, '')
    for (const suffix of [mx, ...parentsOf(mx)]) {
      const settings = settingsOf(byMxSuffix.get(suffix) ?? [])
      if (settings !== null) return { settings, mx }
    }
  }
  return null
}

function recordsBy(
  keysOf: (record: ImportedRecord) => readonly string[],
): ReadonlyMap<string, readonly ImportedRecord[]> {
  const found = new Map<string, ImportedRecord[]>()
  for (const record of IMPORTED)
    for (const key of keysOf(record)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [record])
      else known.push(record)
    }
  return found
}

function settingsOf(records: readonly ImportedRecord[]): ImportedSettings | null {
  const [first] = records
  if (first === undefined) return null
  const all = records.flatMap(({ collection, servers }) =>
    servers.map((server) => ({ ...server, collection })),
  )
  const servers = PROTOCOLS.flatMap((protocol) => {
    const own = [...Map.groupBy(all, (server) => `${server.protocol} ${server.text}`).values()]
    return own.flatMap(([server, ...others]): readonly HeldServer[] => {
      if (server === undefined || server.protocol !== protocol) return []
      const heldBy = [server, ...others].map(({ collection }) => collection)
      const status = heldBy.some((collection) => collection.upkeep === 'kept') ? 'proved' : 'unproved'
      return [{ protocol, text: server.text, userName: server.userName, heldBy, status }]
    })
  })
  const name = first.domains[0] ?? first.mx[0] ?? first.file
  return { name, servers: servers.toSorted((a, b) => order(a) - order(b)) }
}

function order({ protocol, status }: HeldServer): number {
  return PROTOCOLS.indexOf(protocol) * 2 + (status === 'proved' ? 0 : 1)
}

function parentsOf(name: string): readonly string[] {
  const labels = name.split('.')
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'))
}
