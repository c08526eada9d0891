import { describe, expect, test } from 'vitest'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import type { WorldPlan } from '../support/discovery/discovery-world.ts'
import { digest, PACC, txt } from '../support/discovery/announced-document.ts'
import { look } from '../support/discovery/look.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'

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
    only: 'mx',
    plan: { mx: ['mx1.mail.hostpoint.ch'] },
    lines: ['smtp asmtp.mail.hostpoint.ch:465:tls mx', 'imap imap.mail.hostpoint.ch:993:tls mx'],
  },
  {
    only: 'mx',
    plan: { mx: ['mx2e42.netcup.net'] },
    lines: [
      'smtp mx2e42.netcup.net:465:tls mx',
      'imap mx2e42.netcup.net:993:tls mx',
      'pop3 mx2e42.netcup.net:995:tls mx',
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
    only: 'ns',
    plan: {
      records: { 'NS example.org': [{ type: 'NS', name: 'example.org', data: 'dns.technorail.com' }] },
    },
    lines: ['smtp smtps.aruba.it:465:tls ns', 'imap imaps.aruba.it:993:tls ns'],
  },
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
    only: 'ispdb-ns',
    plan: {
      pages: { 'v1.ispdb.net/hoster.test': DOCUMENT },
      records: { 'NS example.org': [{ type: 'NS', name: 'example.org', data: 'ns1.dns.hoster.test' }] },
    },
    lines: settings('ispdb-ns'),
  },
  {
    only: 'guess',
    plan: { endpoints: { 'imap.example.org:993': honest('imap'), 'smtp.example.org:465': honest('smtp') } },
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

test('name servers say nothing about mail that goes to another provider', async () => {
  const NS = [{ type: 'NS', name: 'example.org', data: 'dns.technorail.com' }] as const
  const { report } = await look({ mx: ['mx.elsewhere.test'], records: { 'NS example.org': NS } })
  expect(report['ns']).toBe('nothing')
})

test('an unknown domain gets usual names, marked as such', async () => {
  const { last, lines } = await look({})
  expect(lines).toContain('imap imap.example.org:993:tls proposal')
  expect(new Set(last?.candidates.map(({ trust }) => trust))).toEqual(new Set(['guess']))
})

test('a domain in the catalogue is answered at once and no server is asked', async () => {
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

test.each(['http://www.example.net/x', 'file:///etc/passwd', 'nonsense'])(
  'a pointer to %s leads nowhere',
  async (url) => {
    const { report } = await look({ records: { 'TXT example.org': txt('example.org', `mailconf=${url}`) } })
    expect(report['mailconf']).toBe('failed CFG_INSECURE')
  },
)
