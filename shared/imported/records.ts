import data from '#assets/catalogue/imported.json' with { type: 'json' }
import type { IsoDate } from '#shared/catalogue/source.ts'
import { readRecord, type Collection, type ImportedRecord } from '#shared/imported/record.ts'

/** The strongest first: what two of them say differently is offered in this order. */
export const COLLECTIONS: readonly Collection[] = data.collections.map((collection) => ({
  ...collection,
  snapshot: collection.snapshot as IsoDate,
  upkeep: collection.upkeep === 'kept' ? 'kept' : 'left',
}))

const byId = new Map(COLLECTIONS.map((collection) => [collection.id, collection]))

/**
 * Public settings of others, made by `npm run catalogue -- import` and never by hand: what is to be said otherwise is
 * said by an entry of the catalogue. In the order of the collections. The page must not import this: it is long.
 */
export const IMPORTED: readonly ImportedRecord[] = data.records.map((record) => readRecord(record, byId))
