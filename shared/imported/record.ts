import type { HttpsUrl, ServerText } from '#shared/catalogue/provider.ts'
import type { IsoDate } from '#shared/catalogue/source.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { USER_NAME_FORMS, type UserNameForm } from '#shared/domain/user-name.ts'

/** A public collection of settings, as it was on a day. */
export interface Collection {
  readonly id: string
  readonly name: string
  /** What names this very state of it. */
  readonly version: string
  readonly snapshot: IsoDate
  /** `kept`: its keepers correct it. `left`: it is not, or was put together by hand: what it alone holds is unproved. */
  readonly upkeep: 'kept' | 'left'
  readonly licence: string
}

export interface ImportedServer {
  readonly protocol: Protocol
  readonly text: ServerText
  readonly userName: UserNameForm
}

/** What one file of one collection says about one provider: every value of a record comes from there. */
export interface ImportedRecord {
  readonly collection: Collection
  readonly file: string
  /** The month its keepers last looked at it, `2024-11`; empty where only the day of the snapshot is known. */
  readonly checked: string
  /** As in the catalogue: `*.example.org` covers every domain below example.org. */
  readonly domains: readonly string[]
  readonly mx: readonly string[]
  /** In the collection's own order. */
  readonly servers: readonly ImportedServer[]
  readonly help: readonly HttpsUrl[]
}

/** A record as it stands in the data file. */
export interface WrittenRecord {
  readonly collection: string
  readonly file: string
  readonly checked: string
  readonly domains: readonly string[]
  readonly mx: readonly string[]
  /** `imap imap.example.org:993:tls address` */
  readonly servers: readonly string[]
  readonly help: readonly string[]
}

/** Reads a record of the data file. The file is part of the program, so what can't be read is a bug. */
export function readRecord(
  written: WrittenRecord,
  collections: ReadonlyMap<string, Collection>,
): ImportedRecord {
  const collection = collections.get(written.collection)
  if (collection === undefined) throw new Error(`no such collection: ${written.collection}`)
  const servers = written.servers.map(readServer)
  return { ...written, collection, servers, help: written.help as readonly HttpsUrl[] }
}

/** Where a record stands, for reports: `ispdb/gmx.net.xml`. */
export function placeOf({ collection, file }: Pick<ImportedRecord, 'collection' | 'file'>): string {
  return `${collection.id}/${file}`
}

function readServer(written: string): ImportedServer {
  const [first, text = '', form] = written.split(' ')
  const protocol = PROTOCOLS.find((known) => known === first)
  const userName = USER_NAME_FORMS.find((known) => known === form)
  if (protocol === undefined || userName === undefined || !parseEndpoint(protocol, text).ok)
    throw new Error(`not a server: ${written}`)
  return { protocol, text: text as ServerText, userName }
}
