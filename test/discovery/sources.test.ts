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

describe('what is asked, and of whom', () => {
  test('the domain alone is asked about, and exactly these places', async () => {
    const { world: own } = await look({}, 'anna.secret@mail.example.co.uk', 'mail.example.co.uk')
    const names = ['imap', 'mail', 'pop', 'pop3', 'smtp'].map((label) => `${label}.mail.example.co.uk`)
    const hosts = ['autoconfig.mail.example.co.uk', 'mail.example.co.uk', 'v1.ispdb.net', ...names]
    const services = ['imap', 'imaps', 'pop3', 'pop3s', 'submission', 'submissions']
    expect(own.dns.questions.toSorted()).toEqual(
      [
        'MX mail.example.co.uk',
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
