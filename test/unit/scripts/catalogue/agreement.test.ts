import { describe, expect, test } from 'vitest'
import { providerByDomain, providerByMx } from '#shared/catalogue/look-up.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { meantDomain } from '#shared/catalogue/typos.ts'
import { IMPORTED } from '#shared/imported/records.ts'
import { placeOf, type ImportedRecord, type ImportedServer } from '#shared/imported/record.ts'
import { OVERRIDES, whyOverridden } from '../../../../scripts/catalogue/overrides.ts'

/** Every server that a collection has for a domain or an MX host of an entry, and the entry does not offer. */
const differences = IMPORTED.flatMap((record) =>
  entriesAbout(record).flatMap((provider) => {
    if (provider.afterwards === 'collections') return []
    const missing = record.servers.filter(
      ({ protocol, text }) => !provider.servers[protocol].some((own) => own === text),
    )
    return missing.map((server) => ({ provider, record, server }))
  }),
)

describe('an entry of the catalogue and the collections', () => {
  test('agree, or the catalogue says why not', () => {
    const silent = differences.filter(({ provider, server }) => whyOverridden(provider, server) === null)
    expect(silent.map(({ provider, record, server }) => text(provider.id, record, server))).toEqual([])
  })

  test.each(OVERRIDES)('still disagree about $server at $provider', ({ provider, server }) => {
    const found = differences.filter(
      (one) => one.provider.id === provider && `${one.server.protocol} ${one.server.text}` === server,
    )
    expect(found).not.toEqual([])
  })
})

test('no domain that a collection knows is taken for a slip of the keyboard', () => {
  const domains = IMPORTED.flatMap(({ domains }) => domains).filter((domain) => !domain.startsWith('*.'))
  expect(domains.filter((domain) => meantDomain(domain) !== null)).toEqual([])
})

function entriesAbout({ domains, mx }: ImportedRecord): readonly Provider[] {
  const byDomain = domains.flatMap((domain) => providerByDomain(domain.replace(/^\*\./, 'customer.')) ?? [])
  const byMx = mx.flatMap((suffix) => providerByMx([suffix])?.provider ?? [])
  return [...new Set([...byDomain, ...byMx])]
}

function text(provider: string, record: ImportedRecord, { protocol, text }: ImportedServer): string {
  return `${provider}: ${protocol} ${text} in ${placeOf(record)}`
}
