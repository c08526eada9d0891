import { describe, expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { alias } from '../support/discovery/dns-records.ts'
import type { WorldPlan } from '../support/discovery/discovery-world.ts'
import { look } from '../support/discovery/look.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import type { Page } from '../support/discovery/web-server.ts'

const OWN = 'autoconfig.example.org/mail/config-v1.1.xml'
const GOOD = settingsDocument({}, { type: 'smtp' })
const tls = await serverTls({ dnsNames: ['imap.example.org', 'smtp.example.org'] })
const USUAL = {
  'imap.example.org:993': mailServer('imap', 'tls', tls),
  'smtp.example.org:465': mailServer('smtp', 'tls', tls),
}

test('a server that answers only with an address in the question is asked with one that is made up', async () => {
  const strict: Page = (request, response) => {
    const asked = new URL(request.url ?? '', 'https://host.test').searchParams.get('emailaddress')
    if (asked?.endsWith('@example.org') === true) response.end(GOOD)
    else response.writeHead(400).end('address missing')
  }
  const { lines, world } = await look({ pages: { [OWN]: strict } }, 'anna.secret@example.org')
  expect(lines).toContain('imap imap.example.org:993:tls autoconfig')
  expect(JSON.stringify(world.web.requests)).not.toContain('anna')
})

describe('a name for settings that leads to a hoster without a certificate for it', () => {
  /** The name has the address of a host that proves itself under its own name alone. */
  const hosted = (pages: WorldPlan['pages'] = {}): WorldPlan => ({
    pages: { 'autoconfig.hoster.test/mail/config-v1.1.xml': GOOD, ...pages },
    records: {
      'A autoconfig.example.org': [{ type: 'A', name: 'autoconfig.example.org', data: '127.0.0.1' }],
      'CNAME autoconfig.example.org': alias('autoconfig.example.org', 'autoconfig.hoster.test'),
    },
  })

  test('is read at the hoster, over https, and believed as far as DNS is', async () => {
    const { last, lines, world } = await look(hosted())
    expect(lines).toEqual([
      'smtp smtp.example.org:465:tls autoconfig',
      'imap imap.example.org:993:tls autoconfig',
    ])
    expect(last?.candidates[0]).toMatchObject({
      trust: 'dns',
      why: { kind: 'settings-by-alias', domain: 'example.org', host: 'autoconfig.hoster.test' },
    })
    expect(world.web.requests.map(({ address }) => address)).toContain(
      'autoconfig.hoster.test/mail/config-v1.1.xml?emailaddress=mailbox%40example.org',
    )
  })

  test('is as it was where the hoster has no document either', async () => {
    const { report } = await look(hosted({ 'autoconfig.hoster.test/mail/config-v1.1.xml': '<html/>' }))
    expect(report['autoconfig']).toBe('failed TLS_NAME')
  })

  test('does not lead to this computer', async () => {
    const plan = hosted()
    const records = {
      ...plan.records,
      'CNAME autoconfig.example.org': alias('autoconfig.example.org', 'localhost'),
    }
    const { report, world } = await look({ ...plan, records })
    expect(report['autoconfig']).toBe('failed TLS_NAME')
    expect(world.dialled.filter((target) => target.startsWith('localhost'))).toEqual([])
  })
})

describe('a document without servers to use', () => {
  test('that names open lines alone says that there is no encryption, and the look goes on', async () => {
    const open = { socketType: 'plain' }
    const { last, lines, report } = await look({
      pages: { [OWN]: settingsDocument({ ...open, port: '143' }, { ...open, type: 'smtp', port: '25' }) },
      endpoints: USUAL,
    })
    expect(report['autoconfig']).toBe('failed CFG_INSECURE')
    expect(last?.notes).toEqual([
      { kind: 'no-encryption', domain: 'example.org', host: 'autoconfig.example.org' },
    ])
    expect(lines).toEqual(['smtp smtp.example.org:465:tls guess', 'imap imap.example.org:993:tls guess'])
  })

  test('but with another service names that, and is no fault', async () => {
    const jmap = GOOD.replace(
      /<incomingServer[^]*<\/outgoingServer>/,
      '<incomingServer type="jmap"><url>https://jmap.example.org/session</url></incomingServer>',
    )
    const { last, report } = await look({ pages: { [OWN]: jmap } })
    expect(report['autoconfig']).toBe('found')
    expect(last?.notes).toEqual([
      { kind: 'also-offers', domain: 'example.org', service: 'jmap', host: 'jmap.example.org' },
    ])
  })
})

test.each(['constructor', 'NTLM', 'GSSAPI', 'TLS-client-cert', 'a-way-of-tomorrow', ''])(
  'a section with %o as its only authentication is left out',
  async (authentication) => {
    const { lines } = await look({ pages: { [OWN]: settingsDocument({ authentication }, { type: 'smtp' }) } })
    expect(lines.filter((line) => line.endsWith('autoconfig'))).toEqual([
      'smtp smtp.example.org:465:tls autoconfig',
    ])
  },
)

test.each([
  ['one of several that is known', 'NTLM</authentication><authentication>OAuth2', ['oauthbearer', 'xoauth2']],
  [
    'several, in their order',
    'OAuth2</authentication><authentication>password-cleartext',
    ['oauthbearer', 'xoauth2', 'plain', 'login'],
  ],
])('a list of authentication is read: %s', async (_, authentication, expected) => {
  const { last } = await look({ pages: { [OWN]: settingsDocument({ authentication }) } })
  expect(last?.candidates.find(({ source }) => source === 'autoconfig')?.auth).toEqual(expected)
})

describe('a page that a document names', () => {
  const page = (url: string) =>
    GOOD.replace('</emailProvider>', `<documentation url="${url}"/></emailProvider>`)

  test.each([
    ['http://help.example.org/'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['https://user:secret@help.example.org/'],
    ['https://localhost/'],
    ['https://10.0.0.5/'],
    ['https://help.example.org/?for=%EMAILADDRESS%'],
    [`https://help.example.org/${'x'.repeat(600)}`],
    ['no address'],
  ])('is not shown when it is %o', async (url) => {
    expect((await look({ pages: { [OWN]: page(url) } })).last?.notes).toEqual([])
  })

  test('is shown in the words of its sender, and each once', async () => {
    const pages = {
      [OWN]: page('https://help.example.org/'),
      'example.org/.well-known/autoconfig/mail/config-v1.1.xml': page('https://help.example.org/'),
    }
    const { last } = await look({ pages })
    expect(last?.notes).toEqual([
      { kind: 'help-page', host: 'autoconfig.example.org', page: 'https://help.example.org/' },
    ])
  })
})
