import { describe, expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { alias, service } from '../support/discovery/dns-records.ts'
import { look } from '../support/discovery/look.ts'
import { autodiscoverDocument } from '../support/discovery/autodiscover-document.ts'
import type { Page } from '../support/discovery/web-server.ts'

const XML = 'autodiscover.example.org/autodiscover/autodiscover.xml'
const JSON_FORM =
  'autodiscover.example.org/autodiscover/autodiscover.json?Email=mailbox%40example.org&Protocol=AutodiscoverV1'

const tls = await serverTls({ dnsNames: ['imap.example.org', 'smtp.example.org'] })
/** Mail servers under the usual names, which nothing but a look at them can find. */
const USUAL = {
  'imap.example.org:993': mailServer('imap', 'tls', tls),
  'smtp.example.org:465': mailServer('smtp', 'tls', tls),
}
const USUAL_LINES = ['smtp smtp.example.org:465:tls guess', 'imap imap.example.org:993:tls guess']

const challenge =
  (scheme: string, headers: Readonly<Record<string, string>> = {}): Page =>
  (_, response) =>
    response.writeHead(401, { 'WWW-Authenticate': scheme, ...headers }).end()
const at =
  (url: string): Page =>
  (_, response) =>
    response.writeHead(302, { Location: url }).end()
const web: Page = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Welcome</body></html>')

describe('what any web server says is no Exchange, and the look under usual names goes on:', () => {
  test.each<readonly [string, Readonly<Record<string, Page>>]>([
    ['a web page', { [XML]: web, [JSON_FORM]: web }],
    ['a page in XHTML', { [XML]: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>' }],
    [
      'the login page of a panel',
      { [XML]: at('https://panel.example.net/login'), 'panel.example.net/login': web },
    ],
    ['a password that any server may require', { [XML]: challenge('Basic realm="members"') }],
    ['JSON of another kind', { [JSON_FORM]: '{"Url":7}', [XML]: '{"error":"no"}' }],
    [
      'a document that only says that it is there',
      { [XML]: autodiscoverDocument('<Error><ErrorCode>600</ErrorCode></Error>') },
    ],
  ])('%s', async (_, pages) => {
    const { last, lines } = await look({ pages, endpoints: USUAL })
    expect(lines).toEqual(USUAL_LINES)
    expect(last?.notes).toEqual([])
  })

  test('a service of the hoster behind the record for Autodiscover', async () => {
    const { lines } = await look({
      pages: { 'discovery.panel.test/autodiscover/autodiscover.xml': web },
      records: {
        'SRV _autodiscover._tcp.example.org': service(
          '_autodiscover._tcp.example.org',
          443,
          'discovery.panel.test',
        ),
      },
      endpoints: USUAL,
    })
    expect(lines).toEqual(USUAL_LINES)
  })
})

describe('an Exchange is known by what no other server says, and no server of mail is made up for it:', () => {
  test.each<readonly [string, Page]>([
    ['its challenge (NTLM)', challenge('NTLM')],
    ['its challenge (Negotiate)', challenge('Negotiate')],
    [
      'its challenge (its own client ID)',
      challenge('Bearer client_id="00000002-0000-0ff1-ce00-000000000000"'),
    ],
    ['its header', challenge('Basic realm="autodiscover.example.org"', { 'X-FEServer': 'EX01' })],
    ['another header of it', challenge('Basic realm="x"', { 'X-OWA-Version': '15.2.1118.40' })],
  ])('%s', async (_, page) => {
    const { last, lines, world } = await look({ pages: { [XML]: page }, endpoints: USUAL })
    expect(lines).toEqual(USUAL_LINES)
    expect(last?.notes).toEqual([
      { kind: 'also-offers', domain: 'example.org', service: 'exchange', host: 'autodiscover.example.org' },
    ])
    expect(world.web.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })
})

describe('the host that an Exchange names', () => {
  test.each<readonly [string, Readonly<Record<string, Page>>, string]>([
    [
      'the host that its JSON names',
      {
        [JSON_FORM]: JSON.stringify({
          Protocol: 'AutodiscoverV1',
          Url: 'https://ex.example.org/autodiscover/autodiscover.xml',
        }),
      },
      'ex.example.org',
    ],
    [
      'the host that it redirects to',
      {
        [XML]: at('https://ex.example.org/autodiscover/autodiscover.xml'),
        'ex.example.org/autodiscover/autodiscover.xml': challenge('NTLM'),
      },
      'ex.example.org',
    ],
  ])('%s is looked at before anything is sent there', async (_, pages, host) => {
    const { last, lines } = await look({ pages })
    expect(lines).toEqual([`smtp ${host}:587:starttls autodiscover`, `imap ${host}:993:tls autodiscover`])
    expect(new Set(last?.candidates.map(({ trust }) => trust))).toEqual(new Set(['guess']))
  })

  test('the host that DNS names is asked whether it is one', async () => {
    const records = {
      'SRV _autodiscover._tcp.example.org': service('_autodiscover._tcp.example.org', 443, 'ex.example.org'),
    }
    const pages = { 'ex.example.org/autodiscover/autodiscover.xml': challenge('Negotiate') }
    expect((await look({ pages, records })).lines).toContain('imap ex.example.org:993:tls autodiscover')
  })

  test('this computer is none', async () => {
    const records = {
      'SRV _autodiscover._tcp.example.org': service('_autodiscover._tcp.example.org', 443, 'localhost'),
    }
    const { report, world } = await look({ records })
    expect(report['autodiscover']).toMatch(/^(nothing|failed)/)
    expect(world.dialled.filter((target) => target.startsWith('localhost'))).toEqual([])
  })
})

describe('a domain at Microsoft', () => {
  test('is known by where it redirects to, and no server got a password', async () => {
    const { last, world } = await look({
      pages: {
        [XML]: at('https://autodiscover-s.outlook.com/autodiscover/autodiscover.xml'),
        'autodiscover-s.outlook.com/autodiscover/autodiscover.xml': challenge('Basic realm=""'),
      },
    })
    expect(last?.provider).toMatchObject({
      id: 'microsoft-365',
      why: { kind: 'autodiscover', host: 'autodiscover-s.outlook.com' },
    })
    expect(world.web.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })

  const CNAME = 'CNAME autodiscover.example.org'

  test.each([
    ['autodiscover.outlook.com', 'microsoft-365'],
    ['autodiscover.partner.outlook.cn', 'microsoft-365-china'],
  ])('is known by the name %s, for which no certificate of the domain exists', async (target, id) => {
    const { last } = await look({ records: { [CNAME]: alias('autodiscover.example.org', target) } })
    expect(last?.provider).toMatchObject({
      id,
      why: { kind: 'autodiscover-alias', domain: 'example.org', host: target },
    })
    expect(last?.provider?.certainty).toBeUndefined()
  })

  test('behind a filter is told with both, and as probable', async () => {
    const { last } = await look({
      mx: ['eu-smtp-inbound-1.mimecast.com'],
      records: { [CNAME]: alias('autodiscover.example.org', 'autodiscover.outlook.com') },
    })
    expect(last?.provider).toMatchObject({
      id: 'microsoft-365',
      certainty: 'probable',
      why: {
        kind: 'behind-filter',
        filter: 'Mimecast',
        record: 'autodiscover.example.org CNAME autodiscover.outlook.com',
      },
    })
  })

  test('is not one whose name leads to a host that only ends alike', async () => {
    const { last } = await look({ records: { [CNAME]: alias('autodiscover.example.org', 'notoutlook.com') } })
    expect(last?.provider).toBeNull()
  })
})
