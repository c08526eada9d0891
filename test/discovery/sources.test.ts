import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import {
  createDiscoveryWorld,
  linesOf,
  reportOf,
  type DiscoveryWorld,
  type WorldPlan,
} from '../support/discovery/discovery-world.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import type { Page } from '../support/discovery/web-server.ts'

let world: DiscoveryWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

async function look(plan: WorldPlan, address = 'anna@example.org', domain = 'example.org') {
  world = await createDiscoveryWorld(plan, domain)
  const snapshots = await world.find(address)
  const last = snapshots.at(-1)
  return { snapshots, last, lines: linesOf(last), report: reportOf(last), world }
}

const DOCUMENT = settingsDocument({}, { type: 'smtp' })
const tls = await serverTls({ dnsNames: ['imap.example.org', 'smtp.example.org', 'mx.hoster.test'] })
const honest = (protocol: 'imap' | 'smtp'): Script => mailServer(protocol, 'tls', tls)

interface Case {
  readonly only: string
  readonly plan: WorldPlan
  readonly lines: readonly string[]
}

const srv = (name: string, port: number, target: string) =>
  [{ type: 'SRV', name, data: { priority: 0, weight: 0, port, target } }] as const

const PACC = JSON.stringify({
  protocols: {
    imap: { host: 'imap.example.org' },
    smtp: { host: 'smtp.example.org' },
    jmap: { url: 'https://x' },
  },
  authentication: { password: true },
  info: { provider: { name: 'Example' } },
})
const txt = (name: string, text: string) => [{ type: 'TXT', name, data: [text] }] as const
const digest = (text: string) => createHash('sha256').update(text).digest('base64')

const settings = (source: string) => [
  `smtp smtp.example.org:465:tls ${source}`,
  `imap imap.example.org:993:tls ${source}`,
]

const CASES: readonly Case[] = [
  {
    only: 'mx',
    plan: { mx: ['aspmx.l.google.com'] },
    lines: [
      'smtp smtp.gmail.com:465:tls mx',
      'smtp smtp.gmail.com:587:starttls mx',
      'imap imap.gmail.com:993:tls mx',
      'pop3 pop.gmail.com:995:tls mx',
    ],
  },
  {
    only: 'pacc',
    plan: {
      pages: { 'ua-auto-config.example.org/.well-known/user-agent-configuration.json': PACC },
      records: {
        'TXT _ua-auto-config.example.org': txt(
          '_ua-auto-config.example.org',
          `v=UAAC1; a=sha256; d=${digest(PACC)}`,
        ),
      },
    },
    lines: settings('pacc'),
  },
  {
    only: 'mailconf',
    plan: {
      pages: { 'www.example.net/settings.xml': DOCUMENT },
      records: { 'TXT example.org': txt('example.org', 'mailconf=https://www.example.net/settings.xml') },
    },
    lines: settings('mailconf'),
  },
  {
    only: 'autodiscover',
    plan: {
      pages: {
        'autodiscover.example.org/autodiscover/autodiscover.json?Email=mailbox%40example.org&Protocol=AutodiscoverV1':
          JSON.stringify({
            Protocol: 'AutodiscoverV1',
            Url: 'https://mail.example.org/autodiscover/autodiscover.xml',
          }),
      },
    },
    lines: ['smtp mail.example.org:587:starttls autodiscover', 'imap mail.example.org:993:tls autodiscover'],
  },
  {
    only: 'autoconfig',
    plan: { pages: { 'autoconfig.example.org/mail/config-v1.1.xml': DOCUMENT } },
    lines: settings('autoconfig'),
  },
  {
    only: 'well-known',
    plan: { pages: { 'example.org/.well-known/autoconfig/mail/config-v1.1.xml': DOCUMENT } },
    lines: settings('well-known'),
  },
  {
    only: 'srv',
    plan: {
      records: {
        'SRV _imaps._tcp.example.org': srv('_imaps._tcp.example.org', 993, 'imap.example.org'),
        'SRV _submissions._tcp.example.org': srv('_submissions._tcp.example.org', 465, 'smtp.example.org'),
      },
    },
    lines: settings('srv'),
  },
  { only: 'ispdb', plan: { pages: { 'v1.ispdb.net/example.org': DOCUMENT } }, lines: settings('ispdb') },
  {
    only: 'autoconfig-mx',
    plan: { mx: ['mx1.in.hoster.test'], pages: { 'autoconfig.hoster.test/mail/config-v1.1.xml': DOCUMENT } },
    lines: settings('autoconfig-mx'),
  },
  {
    only: 'ispdb-mx',
    plan: { mx: ['mx1.in.hoster.test'], pages: { 'v1.ispdb.net/in.hoster.test': DOCUMENT } },
    lines: settings('ispdb-mx'),
  },
  {
    only: 'guess',
    plan: { doors: { 'imap.example.org:993': honest('imap'), 'smtp.example.org:465': honest('smtp') } },
    lines: settings('guess'),
  },
]

describe.each(CASES)('a domain that only $only knows', ({ only, plan, lines: expected }) => {
  test('gets the right servers, and a reason for each', async () => {
    const { lines, last, report } = await look(plan)
    expect(lines).toEqual(expected)
    expect(report[only]).toBe('found')
    expect(last?.complete).toBe(true)
    const answered = Object.entries(report).filter(([, status]) => status === 'found')
    expect(answered.map(([source]) => source)).toEqual([only, 'proposal'])
  })
})

test('a domain nobody knows gets usual names, marked as such', async () => {
  const { last, lines } = await look({})
  expect(lines).toContain('imap imap.example.org:993:tls proposal')
  expect(new Set(last?.candidates.map(({ trust }) => trust))).toEqual(new Set(['guess']))
})

test('a domain in the catalogue is answered at once and nobody is asked', async () => {
  const { snapshots, report, world: own } = await look({}, 'anna@gmail.com')
  expect(snapshots).toHaveLength(1)
  expect(report).toMatchObject({ catalogue: 'found', mx: 'skipped', ispdb: 'skipped', guess: 'skipped' })
  expect(own.dns.questions).toEqual([])
  expect(own.dialled).toEqual([])
})

test.each(['anna@127.1', 'anna@2130706433', 'anna@[10.0.0.1]', 'anna@localhost'])(
  'case 73: nothing is looked up for %s',
  async (address) => {
    const { report, lines, world: own } = await look({}, address)
    expect(lines).toEqual([])
    expect(report['autoconfig']).toBe('skipped')
    expect([own.dns.questions, own.dialled]).toEqual([[], []])
  },
)

const wantsPassword: Page = (_, response) =>
  response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end()

describe('a domain whose Exchange', () => {
  const at =
    (host: string): Page =>
    (_, response) =>
      response.writeHead(302, { Location: `https://${host}/autodiscover/autodiscover.xml` }).end()

  test('leads to Microsoft is a Microsoft 365 account, and nobody got a password', async () => {
    const { last, world: own } = await look({
      pages: {
        'autodiscover.example.org/autodiscover/autodiscover.xml': at('autodiscover-s.outlook.com'),
        'autodiscover-s.outlook.com/autodiscover/autodiscover.xml': wantsPassword,
      },
    })
    expect(last?.provider).toMatchObject({
      id: 'microsoft-365',
      why: { kind: 'autodiscover', host: 'autodiscover-s.outlook.com' },
    })
    expect(own.web.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })

  test('is named in the directory of names leads there', async () => {
    const records = {
      'SRV _autodiscover._tcp.example.org': srv('_autodiscover._tcp.example.org', 443, 'ex.example.org'),
    }
    expect((await look({ records })).lines).toContain('imap ex.example.org:993:tls autodiscover')
  })

  test('leads to this computer leads nowhere', async () => {
    const records = {
      'SRV _autodiscover._tcp.example.org': srv('_autodiscover._tcp.example.org', 443, 'localhost'),
    }
    const { report } = await look({ records })
    expect(report['autodiscover']).toMatch(/^(nothing|failed)/)
  })
})

describe('announced settings that', () => {
  const ADDRESS = 'ua-auto-config.example.org/.well-known/user-agent-configuration.json'
  const NAME = '_ua-auto-config.example.org'
  test.each<readonly [string, string, string | null]>([
    ['nobody announced', PACC, null],
    ['were changed afterwards', `${PACC} `, `v=UAAC1; a=sha256; d=${digest(PACC)}`],
    ['were announced in an unknown way', PACC, `v=UAAC1; a=md5; d=${digest(PACC)}`],
    ['were announced for another format', PACC, `v=UAAC2; a=sha256; d=${digest(PACC)}`],
    ['were announced with half a digest', PACC, `v=UAAC1; a=sha256; d=${digest(PACC).slice(0, 20)}`],
    ['are no JSON', '<html>', `v=UAAC1; a=sha256; d=${digest('<html>')}`],
    ['have another shape', '{"protocols":[]}', `v=UAAC1; a=sha256; d=${digest('{"protocols":[]}')}`],
    [
      'name this computer',
      '{"protocols":{"imap":{"host":"localhost"}}}',
      `v=UAAC1; a=sha256; d=${digest('{"protocols":{"imap":{"host":"localhost"}}}')}`,
    ],
  ])('%s are not believed', async (_, body, record) => {
    const records = record === null ? {} : { [`TXT ${NAME}`]: txt(NAME, record) }
    const { report } = await look({ pages: { [ADDRESS]: body }, records })
    expect(report['pacc']).toBe('failed CFG_INVALID')
  })
})

test.each(['http://www.example.net/x', 'file:///etc/passwd', 'nonsense'])(
  'a pointer to %s leads nowhere',
  async (url) => {
    const { report } = await look({ records: { 'TXT example.org': txt('example.org', `mailconf=${url}`) } })
    expect(report['mailconf']).toBe('failed CFG_INSECURE')
  },
)

describe('what is asked, and of whom', () => {
  test('the domain alone is asked about, and exactly these places', async () => {
    const { world: own } = await look({}, 'anna.secret@mail.example.co.uk', 'mail.example.co.uk')
    const names = ['imap', 'mail', 'pop', 'pop3', 'smtp'].map((label) => `${label}.mail.example.co.uk`)
    const documents = ['autoconfig', 'autodiscover', 'ua-auto-config'].map(
      (label) => `${label}.mail.example.co.uk`,
    )
    const hosts = ['mail.example.co.uk', 'v1.ispdb.net', ...documents, ...names]
    const services = ['imap', 'imaps', 'pop3', 'pop3s', 'submission', 'submissions']
    expect(own.dns.questions.toSorted()).toEqual(
      [
        'MX mail.example.co.uk',
        'SRV _autodiscover._tcp.mail.example.co.uk',
        'TXT _ua-auto-config.mail.example.co.uk',
        'TXT mail.example.co.uk',
        ...services.map((service) => `SRV _${service}._tcp.mail.example.co.uk`),
        ...hosts.flatMap((host) => [`A ${host}`, `AAAA ${host}`]),
      ].toSorted(),
    )
    expect(own.dns.questions.filter((question) => question.includes('anna'))).toEqual([])
  })

  test('whoever receives the mail is asked about up to their own domain, never beyond', async () => {
    const { world: own } = await look({ mx: ['mx1.in.hoster.co.uk'] })
    const asked = own.dns.questions.filter((question) => /^A .*(hoster|co\.uk)/.test(question)).toSorted()
    expect(asked).toEqual([
      'A autoconfig.hoster.co.uk',
      'A autoconfig.in.hoster.co.uk',
      'A mx1.in.hoster.co.uk',
    ])
  })

  test('the address itself reaches nobody', async () => {
    const pages = {
      'ua-auto-config.example.org/.well-known/user-agent-configuration.json': 'x',
      'autodiscover.example.org/autodiscover/autodiscover.json?Email=mailbox%40example.org&Protocol=AutodiscoverV1':
        'x',
      'autodiscover.example.org/autodiscover/autodiscover.xml': wantsPassword,
      'autoconfig.example.org/mail/config-v1.1.xml': 'x',
      'example.org/.well-known/autoconfig/mail/config-v1.1.xml': 'x',
      'v1.ispdb.net/example.org': 'x',
      'v1.ispdb.net/hoster.test': 'x',
      'autoconfig.hoster.test/mail/config-v1.1.xml': 'x',
    }
    const { world: own } = await look({ pages, mx: ['mx.hoster.test'] }, 'anna.secret@example.org')
    expect(own.web.requests.map(({ address }) => address).toSorted()).toEqual(Object.keys(pages).toSorted())
    expect(JSON.stringify(own.web.requests)).not.toContain('anna')
  })
})

describe('a look behind usual names', () => {
  test('says no more than it must: no sign-in of any kind', async () => {
    const { world: own } = await look({
      doors: {
        'imap.example.org:993': honest('imap'),
        'smtp.example.org:465': honest('smtp'),
        'pop.example.org:995': mailServer('pop3', 'tls', await serverTls({ dnsNames: ['pop.example.org'] })),
      },
    })
    const said = Object.values(own.doors)
      .flatMap((door) => door.received.map(({ text }) => text))
      .join('')
    const verbs = said.split('\r\n').map((line) => line.replace(/^(A\d+|ZZ) /, '').split(' ')[0])
    expect(
      verbs.filter((verb) => !['EHLO', 'CAPABILITY', 'CAPA', 'QUIT', 'LOGOUT', '', undefined].includes(verb)),
    ).toEqual([])
    expect(said).not.toMatch(/AUTH|LOGIN|USER|PASS/)
  })

  test('finds the host that receives the mail, and says whose it is', async () => {
    const { last } = await look({
      mx: ['mx.hoster.test'],
      doors: { 'mx.hoster.test:993': honest('imap'), 'mx.hoster.test:465': honest('smtp') },
    })
    expect(linesOf(last)).toEqual(['smtp mx.hoster.test:465:tls guess', 'imap mx.hoster.test:993:tls guess'])
    expect(last?.candidates.map(({ otherDomain }) => otherDomain)).toEqual(['hoster.test', 'hoster.test'])
  })

  test('takes no server that cannot prove its name', async () => {
    const stranger = mailServer('imap', 'tls', await serverTls({ dnsNames: ['other.example.net'] }))
    const { report } = await look({ doors: { 'imap.example.org:993': stranger } })
    expect(report['guess']).toBe('nothing')
  })
})
