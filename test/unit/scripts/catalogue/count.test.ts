import { describe, expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import type { ImportedRecord } from '#shared/imported/record.ts'
import { COLLECTIONS, IMPORTED } from '#shared/imported/records.ts'
import { countKnown } from '../../../../scripts/catalogue/count.ts'

const [collection] = COLLECTIONS
if (collection === undefined) throw new Error('there is no collection')

const record = (domains: readonly string[], mx: readonly string[], host: string): ImportedRecord => ({
  collection,
  file: 'test',
  checked: '',
  domains,
  mx,
  servers: [{ protocol: 'imap', text: `${host}:993:tls`, userName: 'address' }],
  help: [],
})

const more = (...records: readonly ImportedRecord[]) => {
  const [before, after] = [countKnown(PROVIDERS, IMPORTED), countKnown(PROVIDERS, [...IMPORTED, ...records])]
  return { providers: after.providers - before.providers, domains: after.domains - before.domains }
}

describe('a provider that only collections know is counted', () => {
  test.each([
    ['once', [record(['a.example'], [], 'imap.a.example')], { providers: 1, domains: 1 }],
    [
      'once for two files about the same domain',
      [record(['a.example'], [], 'imap.a.example'), record(['a.example'], [], 'mail.b.example')],
      { providers: 1, domains: 1 },
    ],
    [
      'once for two domains at the same host',
      [record(['a.example'], [], 'imap.a.example'), record(['b.example'], [], 'imap.a.example')],
      { providers: 1, domains: 2 },
    ],
    [
      'once for a hoster of which one file knows the MX and another the host',
      [record([], ['mx.a.example'], 'imap.a.example'), record(['a.example'], [], 'imap.a.example')],
      { providers: 1, domains: 1 },
    ],
    [
      'not at all where an entry has its host',
      [record(['a.example'], [], 'imap.gmx.com')],
      { providers: 0, domains: 1 },
    ],
  ] as const)('%s', (_, records, expected) => {
    expect(more(...records)).toEqual(expected)
  })
})

/** To be raised when more is known, never lowered. */
const KNOWN_PROVIDERS = 596

test('as many providers are known as ever were', () => {
  expect(countKnown(PROVIDERS, IMPORTED).providers).toBeGreaterThanOrEqual(KNOWN_PROVIDERS)
})
