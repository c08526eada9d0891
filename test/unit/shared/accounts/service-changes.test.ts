import { describe, expect, test } from 'vitest'
import { changesBetween, type ServiceChange } from '#shared/accounts/service-changes.ts'
import type { ServiceFacts } from '#shared/domain/saved-account.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { changeWords } from '#shared/i18n/change-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const validTo = '2027-02-01T00:00:00.000Z'
const BEFORE: ServiceFacts = {
  addresses: ['192.0.2.25', '2001:db8::25'],
  tls: 'TLSv1.3',
  certificate: { fingerprint: 'AA', issuer: 'Example CA', validTo: '2026-12-01T00:00:00.000Z' },
  capabilities: ['AUTH PLAIN', 'PIPELINING', 'SIZE 1000'],
}

const CASES: readonly (readonly [string, Partial<ServiceFacts>, readonly ServiceChange[]])[] = [
  ['nothing', {}, []],
  [
    'a renewed certificate',
    { certificate: { fingerprint: 'BB', issuer: 'Example CA', validTo } },
    [{ kind: 'certificate-renewed', validTo }],
  ],
  [
    'another issuer',
    { certificate: { fingerprint: 'BB', issuer: 'Avast Mail Shield', validTo } },
    [{ kind: 'issuer', from: 'Example CA', to: 'Avast Mail Shield', validTo }],
  ],
  ['an older encryption', { tls: 'TLSv1.2' }, [{ kind: 'tls', from: 'TLSv1.3', to: 'TLSv1.2' }]],
  [
    'capabilities that are gone',
    { capabilities: ['AUTH PLAIN', 'SIZE 1000'] },
    [{ kind: 'lost', names: ['PIPELINING'] }],
  ],
  [
    'new capabilities',
    { capabilities: [...BEFORE.capabilities, 'SMTPUTF8', 'DSN'] },
    [{ kind: 'gained', names: ['SMTPUTF8', 'DSN'] }],
  ],
  [
    'another number behind the same capability',
    { capabilities: ['AUTH PLAIN', 'PIPELINING', 'SIZE 2000'] },
    [],
  ],
  [
    'quite another place',
    { addresses: ['198.51.100.7'] },
    [{ kind: 'addresses', from: BEFORE.addresses, to: ['198.51.100.7'] }],
  ],
  ['some other addresses of the same place', { addresses: ['192.0.2.25', '192.0.2.26'] }, []],
  ['addresses that a proxy looked up', { addresses: [] }, []],
  ['a server that announced nothing', { capabilities: [] }, []],
]

describe('since the last good test', () => {
  test.each(CASES)('%s', (_, change, expected) => {
    expect(changesBetween(BEFORE, { ...BEFORE, ...change })).toEqual(expected)
  })
})

test.each(Object.keys(LANGUAGES) as readonly Language[])('every change has words in "%s"', (language) => {
  const { t } = createTranslator(language)
  for (const [, , changes] of CASES)
    for (const change of changes) expect(changeWords(change, t)).toMatch(/\w{4}/)
})
