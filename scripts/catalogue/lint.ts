import type { Provider, ServerText } from '../../shared/catalogue/provider.ts'
import type { IsoDate } from '../../shared/catalogue/source.ts'
import { isLoopbackHost } from '../../shared/domain/host-name.ts'
import { PROTOCOLS, type Protocol } from '../../shared/domain/protocol.ts'
import type { ImportedRecord } from '../../shared/imported/record.ts'
import type { UnstoredValues } from './unstored.ts'

/** What is wrong with the catalogue as data. */
export type CatalogueProblem =
  /** No source that the entry cites holds this server. */
  | { readonly kind: 'not-in-source'; readonly provider: string; readonly server: string }
  /** Two entries would recognise the same MX host. */
  | { readonly kind: 'shared-mx'; readonly provider: string; readonly other: string; readonly mx: string }
  /** A line of the table of sources that are not stored has nothing to say any more. */
  | { readonly kind: 'stale-line'; readonly provider: string; readonly server: string }

export interface CatalogueData {
  readonly providers: readonly Provider[]
  readonly imported: readonly ImportedRecord[]
  readonly unstored: readonly UnstoredValues[]
}

/** Which collection is meant by what an entry calls its source. */
const CITED = [
  { starts: 'Mozilla ISPDB', collection: 'ispdb' },
  { starts: 'FairEmail providers.xml', collection: 'fairemail' },
  { starts: 'deltachat provider-db', collection: 'provider-db' },
  { starts: 'nodemailer', collection: 'nodemailer' },
  { starts: 'mutt-wizard', collection: 'mutt-wizard' },
  { starts: 'MailCore', collection: 'mailcore' },
  { starts: 'K-9 Mail', collection: 'k9' },
] as const

export function lintCatalogue(data: CatalogueData): readonly CatalogueProblem[] {
  return [...unfoundedServers(data), ...sharedMx(data.providers)]
}

interface Value {
  readonly provider: Provider
  readonly protocol: Protocol
  readonly text: ServerText
}

/** A template, a host of this computer and what is marked as unproved cite nothing that could hold them. */
function unfoundedServers({ providers, imported, unstored }: CatalogueData): readonly CatalogueProblem[] {
  const holders = Map.groupBy(
    imported.flatMap(({ collection, servers }) => servers.map((server) => ({ ...server, collection }))),
    ({ protocol, text }) => `${protocol} ${text}`,
  )
  const values = providers.flatMap((provider) =>
    PROTOCOLS.flatMap((protocol) => provider.servers[protocol].map((text) => ({ provider, protocol, text }))),
  )
  const isStored = ({ provider, protocol, text }: Value) => {
    const heldBy = holders.get(`${protocol} ${text}`) ?? []
    return heldBy.some(({ collection }) => cites(provider, collection.id))
  }
  const isListed = ({ provider, text }: Value) =>
    unstored.some(
      (line) =>
        line.provider === provider.id &&
        line.servers.includes(text) &&
        provider.sources.some(({ name }) => name === line.source),
    )
  const unfounded = values
    .filter(({ provider, text }) => wantsSource(provider, text))
    .filter((value) => !isStored(value) && !isListed(value))
  const needed = values.filter((value) => wantsSource(value.provider, value.text) && !isStored(value))
  const stale = unstored.flatMap(({ provider, servers }) =>
    servers
      .filter((text) => !needed.some((value) => value.provider.id === provider && value.text === text))
      .map((server) => ({ kind: 'stale-line', provider, server }) as const),
  )
  return [
    ...unfounded.map(
      ({ provider, protocol, text }) =>
        ({ kind: 'not-in-source', provider: provider.id, server: `${protocol} ${text}` }) as const,
    ),
    ...stale,
  ]
}

function wantsSource({ unproved = [] }: Provider, text: ServerText): boolean {
  return !text.includes('{') && !unproved.includes(text) && !isLoopbackHost(text.split(':')[0] ?? '')
}

function cites({ sources }: Provider, collection: string): boolean {
  return sources.some(({ name }) =>
    CITED.some((cited) => cited.collection === collection && name.startsWith(cited.starts)),
  )
}

function sharedMx(providers: readonly Provider[]): readonly CatalogueProblem[] {
  const claims = providers.flatMap(({ id, mx }) => mx.map((suffix) => ({ id, suffix })))
  return claims.flatMap(({ id, suffix }) =>
    claims
      .filter((other) => other.id !== id && (other.suffix === suffix || suffix.endsWith(`.${other.suffix}`)))
      .map((other) => ({ kind: 'shared-mx', provider: id, other: other.id, mx: suffix }) as const),
  )
}

/** What was last compared, or taken over, longer ago than this many days. */
export function pastAge(
  { providers, imported }: Pick<CatalogueData, 'providers' | 'imported'>,
  today: IsoDate,
  limitDays: number,
): readonly string[] {
  const limit = new Date(Date.parse(today) - limitDays * 86_400_000).toISOString().slice(0, 10)
  const collections = new Map(imported.map(({ collection }) => [collection.id, collection]))
  return [
    ...providers
      .filter(({ comparedOn }) => comparedOn < limit)
      .map(({ id, comparedOn }) => `${id}, compared on ${comparedOn}`),
    ...[...collections.values()]
      .filter(({ snapshot }) => snapshot < limit)
      .map(({ name, snapshot }) => `${name}, a state of ${snapshot}`),
  ]
}
