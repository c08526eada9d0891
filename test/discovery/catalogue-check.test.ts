import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Provider, ServerText } from '#shared/catalogue/provider.ts'
import type { ImportedRecord } from '#shared/imported/record.ts'
import { lookAround, type CheckReport } from '../../scripts/catalogue/check/look-around.ts'
import { hostQuestions } from '../../scripts/catalogue/check/plan.ts'
import { proposal, reportText } from '../../scripts/catalogue/check/proposal.ts'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { createDiscoveryWorld, type DiscoveryWorld } from '../support/discovery/discovery-world.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'

const DATE = '2026-11-27'

interface Servers {
  readonly imap?: readonly ServerText[]
  readonly smtp?: readonly ServerText[]
}

function entry(id: string, { imap = [], smtp = [] }: Servers, changes: Partial<Provider> = {}): Provider {
  return {
    id,
    name: id,
    kind: 'mailbox',
    accountType: 'other',
    domains: [`${id}.test`],
    mx: [],
    servers: { imap, pop3: [], smtp },
    userName: 'address',
    signIn: [{ kind: 'password' }],
    pages: {},
    hints: [],
    retiredHosts: [],
    sources: [{ name: 'a page', date: '2026-11-20' }],
    comparedOn: '2026-11-20',
    ...changes,
  }
}

const PROVIDERS: readonly Provider[] = [
  entry('good', { imap: ['imap.good.test:993:tls'], smtp: ['smtp.good.test:465:tls'] }),
  entry('gone', { imap: ['imap.gone.test:993:tls'] }),
  entry('renamed', { imap: ['imap.renamed.test:993:tls'] }),
  entry('open', { imap: ['imap.open.test:143:starttls'] }),
  entry('token', { smtp: ['smtp.token.test:465:tls'] }),
  entry(
    'browser',
    { smtp: ['smtp.good.test:465:tls'] },
    { signIn: [{ kind: 'oauth' }, { kind: 'password' }] },
  ),
  entry('template', { imap: ['imap.{domain}:993:tls', '127.0.0.1:1143:starttls'] }),
]

const IMPORTED: readonly ImportedRecord[] = [
  {
    collection: {
      id: 'ispdb',
      name: 'Mozilla ISPDB',
      version: '1',
      snapshot: '2026-03-12',
      upkeep: 'kept',
      licence: '',
    },
    file: 'gone.xml',
    checked: '',
    domains: ['*.gone.test'],
    mx: [],
    servers: [{ protocol: 'imap', text: 'imap.gone.test:993:tls', userName: 'address' }],
    help: [],
  },
]

let world: DiscoveryWorld
let report: CheckReport

beforeAll(async () => {
  const tls = await serverTls({
    dnsNames: ['imap.good.test', 'smtp.good.test', 'imap.open.test', 'smtp.token.test'],
  })
  world = await createDiscoveryWorld({
    endpoints: {
      'imap.good.test:993': mailServer('imap', 'tls', tls),
      'smtp.good.test:465': mailServer('smtp', 'tls', tls),
      'imap.renamed.test:993': mailServer('imap', 'tls', tls),
      'imap.open.test:143': mailServer('imap', 'clear', tls),
      'smtp.token.test:465': mailServer('smtp', 'tls', tls, {
        capabilities: '250-mail.token.test\r\n250 AUTH XOAUTH2',
      }),
    },
    pages: {
      'autoconfig.good.test/mail/config-v1.1.xml': settingsDocument(
        { hostname: 'imap.good.test' },
        { type: 'smtp', hostname: 'new.good.test' },
      ),
    },
  })
  report = await lookAround({ providers: PROVIDERS, imported: IMPORTED }, world.tools, {
    date: DATE,
    signal: new AbortController().signal,
  })
})

afterAll(() => world.stop())

test('every host is asked once, however many entries name it, and only where it has a name of its own', () => {
  const hosts = hostQuestions({ providers: PROVIDERS, imported: IMPORTED })
  expect(hosts.map(({ endpoint, owners }) => `${endpoint.host}: ${owners.join(', ')}`)).toEqual([
    'smtp.good.test: good, browser',
    'imap.good.test: good',
    'imap.gone.test: gone, ispdb/gone.xml',
    'imap.renamed.test: renamed',
    'imap.open.test: open',
    'smtp.token.test: token',
  ])
  const mail = world.dialled.filter((target) => !target.endsWith(':443'))
  expect(mail.toSorted()).toEqual([
    'imap.good.test:993',
    'imap.open.test:143',
    'imap.renamed.test:993',
    'smtp.good.test:465',
    'smtp.token.test:465',
  ])
})

test('no server is signed in to', () => {
  const said = Object.values(world.endpoints).flatMap(({ received }) => received.map(({ text }) => text))
  expect(said.filter((line) => /AUTH(?:ENTICATE)? |LOGIN|USER |PASS /i.test(line))).toEqual([])
})

describe('the report', () => {
  test.each([
    [
      'a host that is gone, with all who name it',
      {
        kind: 'no-answer',
        host: 'imap.gone.test',
        owners: ['gone', 'ispdb/gone.xml'],
        saw: 'name-not-found',
      },
    ],
    [
      'a certificate for other names',
      { kind: 'certificate', host: 'imap.renamed.test', owners: ['renamed'], saw: ['name-mismatch'] },
    ],
    [
      'a server without the encryption of the entry',
      { kind: 'encryption', host: 'imap.open.test', owners: ['open'], saw: 'starttls-missing' },
    ],
    [
      'a server that takes no password',
      {
        kind: 'mechanisms',
        host: 'smtp.token.test',
        owners: ['token'],
        missing: 'password',
        saw: ['XOAUTH2'],
      },
    ],
    [
      'a server that takes no token',
      {
        kind: 'mechanisms',
        host: 'smtp.good.test',
        owners: ['browser'],
        missing: 'oauth',
        saw: ['PLAIN', 'LOGIN'],
      },
    ],
    [
      'servers that a domain publishes',
      { kind: 'published', domain: 'good.test', owners: ['good'], saw: ['smtp new.good.test:465:tls'] },
    ],
  ])('names %s', (_, difference) => {
    expect(report.differences).toContainEqual(difference)
  })

  test('names nothing else, and the entries that agree', () => {
    expect(report.differences.length).toBe(6)
    expect(report.agreeing).toEqual(['good'])
    expect(reportText(report)).toContain(
      '2026-11-27: 6 hosts greeted, 7 domains asked, 1 entries agree, 6 differences',
    )
  })
})

describe('the proposed change', () => {
  const before = "export const good = {\n  comparedOn: '2026-11-20',\n}\n"

  test.each([
    ['is the day in an entry that has none', before],
    ['is the day in place of an earlier one', before.replace(',\n}', ",\n  probedOn: '2026-01-01',\n}")],
  ])('%s, as a patch that git applies', (_, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'mailwright-proposal-'))
    try {
      const path = join(folder, 'shared/catalogue/providers/good.ts')
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      const patch = proposal(report, (id) => (id === 'good' ? text : null))
      execFileSync('git', ['init', '-q'], { cwd: folder })
      execFileSync('git', ['apply', '-'], { cwd: folder, input: patch })
      expect(readFileSync(path, 'utf8')).toBe(
        "export const good = {\n  comparedOn: '2026-11-20',\n  probedOn: '2026-11-27',\n}\n",
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('is none where the day stands already, and leaves what differs to be judged', () => {
    const done = before.replace(',\n}', ",\n  probedOn: '2026-11-27',\n}")
    const text = proposal(report, () => done)
    expect(text).not.toContain('+++')
    expect(text).toContain('To judge: renamed: imap.renamed.test has another certificate (name-mismatch)')
  })
})
