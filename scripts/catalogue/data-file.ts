import type { Collection, WrittenRecord } from '../../shared/imported/record.ts'

export interface DataFile {
  readonly collections: readonly Collection[]
  readonly records: readonly WrittenRecord[]
}

const LINE = 110

/**
 * The data file as text: one value a line where there are many, in an order that does not depend on where a line
 * stood in what was imported, so that a new state of a collection shows as the lines that differ.
 */
export function writeDataFile({ collections, records }: DataFile): string {
  const places = collections.map(({ id }) => id)
  const sorted = records.toSorted(
    (a, b) =>
      places.indexOf(a.collection) - places.indexOf(b.collection) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0),
  )
  const lines = (items: readonly object[]) => items.map((item) => `    ${objectText(item)}`).join(',\n')
  return `{\n  "collections": [\n${lines(collections)}\n  ],\n  "records": [\n${lines(sorted)}\n  ]\n}\n`
}

/** The records of every collection that occurs in the new ones are replaced; the others stay. */
export function renew(
  old: DataFile,
  fresh: readonly WrittenRecord[],
  collections: readonly Collection[],
): DataFile {
  const renewed = new Set(fresh.map(({ collection }) => collection))
  const kept = old.records.filter(({ collection }) => !renewed.has(collection))
  const stays = new Map(old.collections.map((collection) => [collection.id, collection]))
  return {
    collections: collections.map((own) => (renewed.has(own.id) ? own : (stays.get(own.id) ?? own))),
    records: [...kept, ...fresh],
  }
}

/** What differs, one line for each value: `+ ispdb/gmx.net.xml imap imap.gmx.net:993:tls address`. */
export function differences(
  old: readonly WrittenRecord[],
  fresh: readonly WrittenRecord[],
): readonly string[] {
  const [before, after] = [new Set(old.flatMap(valuesOf)), new Set(fresh.flatMap(valuesOf))]
  return [
    ...[...before].filter((value) => !after.has(value)).map((value) => `- ${value}`),
    ...[...after].filter((value) => !before.has(value)).map((value) => `+ ${value}`),
  ]
}

function valuesOf({ collection, file, domains, mx, servers, help }: WrittenRecord): readonly string[] {
  const place = `${collection}/${file}`
  return [
    ...domains.map((domain) => `${place} domain ${domain}`),
    ...mx.map((suffix) => `${place} mx ${suffix}`),
    ...servers.map((server) => `${place} ${server}`),
    ...help.map((page) => `${place} help ${page}`),
  ]
}

function objectText(item: object): string {
  const entries = Object.entries(item).map(([key, value]) => `${JSON.stringify(key)}: ${valueText(value)}`)
  return `{\n      ${entries.join(',\n      ')}\n    }`
}

function valueText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  const flat = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
  return flat.length <= LINE
    ? flat
    : `[\n${value.map((one) => `        ${JSON.stringify(one)}`).join(',\n')}\n      ]`
}
