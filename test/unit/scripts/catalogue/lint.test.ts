import { describe, expect, test } from 'vitest'
import type { Provider } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { IMPORTED } from '#shared/imported/records.ts'
import { lintCatalogue, pastAge, type CatalogueData } from '../../../../scripts/catalogue/lint.ts'
import { UNSTORED } from '../../../../scripts/catalogue/unstored.ts'

const DATA: CatalogueData = { providers: PROVIDERS, imported: IMPORTED, unstored: UNSTORED }

const STRANGE: Provider = {
  id: 'strange',
  name: 'Strange',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['strange.example'],
  mx: [],
  servers: { imap: ['imap.strange.example:993:tls'], pop3: [], smtp: ['smtp.gmx.com:465:tls'] },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, strange.example', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}

const problems = (changes: Partial<Provider>) =>
  lintCatalogue({ ...DATA, providers: [...PROVIDERS, { ...STRANGE, ...changes }] })

test('the catalogue says nothing that its sources do not hold', () => {
  expect(lintCatalogue(DATA)).toEqual([])
})

describe('a server that the cited source does not hold', () => {
  test('is named', () => {
    expect(problems({ servers: { ...STRANGE.servers, smtp: [] } })).toEqual([
      { kind: 'not-in-source', provider: 'strange', server: 'imap imap.strange.example:993:tls' },
    ])
  })

  test('is named where another source has it that the entry does not cite', () => {
    const servers = { imap: ['imap.vodamail.hu:993:tls'], pop3: [], smtp: [] } as const
    const other = { imap: ['mail.vodamail.hu:993:tls'], pop3: [], smtp: [] } as const
    expect(problems({ servers }).length).toBe(1)
    expect(problems({ servers: other }).length).toBe(1)
    const sources = [{ name: 'FairEmail providers.xml', date: '2026-11-27' }] as const
    expect(problems({ servers: other, sources })).toEqual([])
  })

  test.each([
    ['is a template', { imap: ['imap.{domain}:993:tls'], pop3: [], smtp: [] }],
    ['is on this computer', { imap: ['127.0.0.1:1143:starttls'], pop3: [], smtp: [] }],
  ] as const)('is nothing to cite where it %s', (_, servers) => {
    expect(problems({ servers })).toEqual([])
  })

  test('may stand where it is marked as unproved', () => {
    const servers = { imap: ['imap.strange.example:993:tls'], pop3: [], smtp: [] } as const
    expect(problems({ servers, unproved: servers.imap })).toEqual([])
  })
})

test.each(['gmx.net', 'mail.gmx.net'])('an entry that claims the MX hosts below %s is named', (suffix) => {
  const own = { servers: { imap: [], pop3: [], smtp: [] }, mx: [suffix] } as const
  const shared = problems(own).filter(({ kind }) => kind === 'shared-mx')
  expect(shared.map((problem) => problem.kind === 'shared-mx' && problem.other)).toContain('gmx-net')
})

test('a line about a source that is not stored is named when its value is gone', () => {
  const unstored = [
    ...UNSTORED,
    { provider: 'gmail', source: 'a page', servers: ['imap.gmail.com:993:tls'] } as const,
  ]
  expect(lintCatalogue({ ...DATA, unstored })).toEqual([
    { kind: 'stale-line', provider: 'gmail', server: 'imap.gmail.com:993:tls' },
  ])
})

test('what was compared too long ago is named, entries and collections', () => {
  const old = { ...STRANGE, comparedOn: '2025-01-01' } as const
  const data = { providers: [old, STRANGE], imported: IMPORTED }
  expect(pastAge(data, '2026-11-27', 365)).toEqual([
    'strange, compared on 2025-01-01',
    'Delta Chat provider-db, a state of 2024-11-01',
  ])
  expect(pastAge(data, '2026-11-27', 3_650)).toEqual([])
})
