import { afterEach, describe, expect, test } from 'vitest'
import { autoconfigSource } from '#engine/discovery/autoconfig-source.ts'
import {
  createDiscoveryWorld,
  linesOf,
  reportOf,
  type DiscoveryWorld,
} from '../support/discovery/discovery-world.ts'
import { serverSection, settingsDocument, type ServerText } from '../support/discovery/settings-document.ts'
import type { Page } from '../support/discovery/web-server.ts'

let world: DiscoveryWorld | undefined
afterEach(async () => {
  // No page, whatever it does, ever sees a credential (CVE-2026-113866, the "Great Leak").
  for (const { headers, method } of world?.web.requests ?? []) {
    expect(headers.authorization).toBeUndefined()
    expect(headers.cookie).toBeUndefined()
    expect(method).toBe('GET')
  }
  await world?.stop()
  world = undefined
})

const ADDRESS = 'autoconfig.example.org/mail/config-v1.1.xml'

async function read(page: Page, more: Readonly<Record<string, Page>> = {}) {
  world = await createDiscoveryWorld({
    pages: { [ADDRESS]: page, ...more },
    limits: { fetchMs: 700, discoveryMs: 2_000 },
  })
  const discovery = (await world.find('anna@example.org', [autoconfigSource])).at(-1)
  return { lines: linesOf(discovery), report: reportOf(discovery)['autoconfig'], discovery, world }
}

const GOOD = settingsDocument({}, { type: 'smtp' })
const insert = (text: string) => GOOD.replace('<clientConfig', `${text}<clientConfig`)

describe('a document that is refused as a whole', () => {
  const withServers = (inside: string) => GOOD.replace('</emailProvider>', `${inside}</emailProvider>`)
  test.each<readonly [number, string, Page, string]>([
    [
      48,
      'an entity bomb',
      insert('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'),
      'failed CFG_INVALID',
    ],
    [
      49,
      'an entity outside',
      insert('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      'failed CFG_INVALID',
    ],
    [50, 'a DOCTYPE alone', insert('<!DOCTYPE clientConfig>'), 'failed CFG_INVALID'],
    [51, 'two DOCTYPEs', insert('<!DOCTYPE a><!DOCTYPE b>'), 'failed CFG_INVALID'],
    [52, 'a million references in 5 MB', withServers('&#65;'.repeat(1_000_000)), 'failed CFG_TOO_BIG'],
    [53, 'one that breaks off', GOOD.slice(0, -40), 'failed CFG_INVALID'],
    [54, 'a web page', '<!doctype html><title>Welcome</title><p>Hello', 'failed CFG_INVALID'],
    [54, 'a web page without a doctype', '<html><body>Parked</body></html>', 'failed CFG_INVALID'],
    [
      55,
      'one 20,000 levels deep',
      withServers('<a>'.repeat(20_000) + '</a>'.repeat(20_000)),
      'failed CFG_INVALID',
    ],
    [55, 'too many elements', withServers('<a/>'.repeat(3_000)), 'failed CFG_INVALID'],
    [
      55,
      'too many attributes',
      withServers(`<a ${Array.from({ length: 10_000 }, (_, n) => `b${n}=""`).join(' ')}/>`),
      'failed CFG_INVALID',
    ],
    [
      53,
      'octets that are no UTF-8',
      (_, response) => response.end(Buffer.from([0x3c, 0xff, 0xfe])),
      'failed CFG_INVALID',
    ],
    [53, 'nothing at all', '', 'failed CFG_INVALID'],
    [59, 'no server that could be used', settingsDocument({ port: '0' }), 'failed CFG_INVALID'],
  ])('case %i, %s', async (_, __, page, expected) => {
    const { lines, report, world: own } = await read(page)
    expect(report).toBe(expected)
    expect(lines).toEqual([])
    // Nothing the document named was fetched.
    expect(own.web.requests.map(({ address }) => address)).toEqual([
      `${ADDRESS}?emailaddress=mailbox%40example.org`,
    ])
  })
})

test('case 56: names that mean something to JavaScript mean nothing here', async () => {
  const { lines } = await read(
    GOOD.replace('<hostname>', '<__proto__>x</__proto__><constructor>y</constructor><hostname>').replace(
      '<emailProvider',
      '<__proto__><incomingServer type="imap"/></__proto__><emailProvider',
    ),
  )
  expect(lines).toHaveLength(2)
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

describe('a web server that misbehaves', () => {
  test.each<readonly [number, string, Page, string]>([
    [57, 'sends without end', (_, response) => endless(response), 'failed CFG_TOO_BIG'],
    [
      57,
      'announces too much',
      (_, response) => response.writeHead(200, { 'Content-Length': 5_000_000 }).end(),
      'failed CFG_TOO_BIG',
    ],
    [58, 'drips', (_, response) => drip(response), 'failed NET_TIMEOUT'],
    [58, 'says nothing', () => {}, 'failed NET_TIMEOUT'],
    [62, 'requires a password', wants('Basic realm="mail"'), 'nothing CFG_NOT_FOUND'],
    [62, 'requires a password in another way', wants('Negotiate'), 'nothing CFG_NOT_FOUND'],
    [62, 'requires a password in a third way', wants('NTLM'), 'nothing CFG_NOT_FOUND'],
    [63, 'leads into the open', redirect('http://autoconfig.example.org/x'), 'failed CFG_INSECURE'],
    [63, 'leads to a file', redirect('file:///etc/passwd'), 'failed CFG_INSECURE'],
    [63, 'leads to this computer', redirect('https://localhost/x'), 'failed CFG_INSECURE'],
    [63, 'leads to an address', redirect('https://127.0.0.1:8443/x'), 'failed CFG_INSECURE'],
    [63, 'leads to a neighbour', redirect('https://router/x'), 'failed CFG_INSECURE'],
    [
      63,
      'leads to an address with a name and a password in it',
      redirect('https://a:b@autoconfig.example.org/'),
      'failed CFG_INSECURE',
    ],
    [64, 'leads round in circles', redirect(`https://${ADDRESS}`), 'failed CFG_NOT_FOUND'],
    [57, 'packs its answer', packed, 'failed CFG_INVALID'],
    [
      57,
      'has a broken answer',
      (_, response) => response.socket?.end('HTTP/1.1 banana\r\n\r\n'),
      'failed CFG_INVALID',
    ],
    [57, 'hangs up', (_, response) => response.socket?.destroy(), 'failed CFG_INVALID'],
    [
      57,
      'has headers without end',
      (_, response) => response.socket?.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
      'failed CFG_INVALID',
    ],
    [57, 'is broken', (_, response) => response.writeHead(500).end(GOOD), 'nothing CFG_NOT_FOUND'],
  ])('case %i, %s', async (_, __, page, expected) => {
    const { lines, report } = await read(page)
    expect(report).toBe(expected)
    expect(lines).toEqual([])
  })

  test('a few honest redirects are followed, and the last host is named', async () => {
    const { discovery, lines } = await read(redirect('https://web.example.net/one'), {
      'web.example.net/one': redirect('/two'),
      'web.example.net/two': redirect('three'),
      'web.example.net/three': GOOD,
    })
    expect(lines).toHaveLength(2)
    expect(discovery?.candidates[0]?.why).toMatchObject({
      kind: 'settings-of-domain',
      host: 'web.example.net',
    })
  })
})

describe('case 59: a section that cannot be used is left out, the others are kept', () => {
  test.each<readonly [string, ServerText]>([
    ['port 0', { port: '0' }],
    ['port 65536', { port: '65536' }],
    ['a negative port', { port: '-1' }],
    ['a port with letters', { port: '25abc' }],
    ['an unencrypted connection (case 60)', { socketType: 'plain' }],
    ['an unknown encryption', { socketType: '__proto__' }],
    ['this computer', { hostname: 'localhost' }],
    ['an address', { hostname: '10.0.0.5' }],
    ['an IPv6 address', { hostname: '[::1]' }],
    ['an empty label', { hostname: 'a..b' }],
    ['a blank', { hostname: 'x y' }],
    ['a host with a port', { hostname: 'mail.example.org:993' }],
    ['a single label', { hostname: 'mail' }],
    ['no host', { hostname: '' }],
    ['the name of the user in the host (it would go into DNS)', { hostname: '%EMAILLOCALPART%.example.org' }],
    ['the whole address in the host', { hostname: 'x.%EMAILADDRESS%' }],
    ['a placeholder within a label', { hostname: 'mail-%EMAILLOCALPART%.example.org' }],
    ['a placeholder of an unknown kind in the host', { hostname: '%REALNAME%.example.org' }],
  ])('%s', async (_, odd) => {
    const { lines } = await read(settingsDocument({ ...odd }, { type: 'pop3' }, { type: 'smtp' }))
    expect(lines).toEqual([
      'smtp smtp.example.org:465:tls autoconfig',
      'pop3 pop3.example.org:995:tls autoconfig',
    ])
  })
})

describe('a section that leaves a choice is left out:', () => {
  test.each([
    [
      'two hosts',
      '<hostname>imap.example.org</hostname><hostname>imap.evil.test</hostname>',
      '<port>993</port>',
    ],
    [
      'the same host twice',
      '<hostname>imap.example.org</hostname><hostname>imap.example.org</hostname>',
      '<port>993</port>',
    ],
    ['two ports', '<hostname>imap.example.org</hostname>', '<port>993</port><port>143</port>'],
    ['a second port that is empty', '<hostname>imap.example.org</hostname>', '<port>993</port><port/>'],
  ])('%s', async (_, hosts, ports) => {
    const section = serverSection({})
      .replace(/<hostname>.*<\/hostname>/, hosts)
      .replace(/<port>.*<\/port>/, ports)
    const { lines } = await read(
      settingsDocument({ type: 'smtp' }).replace('</emailProvider>', `${section}</emailProvider>`),
    )
    expect(lines).toEqual(['smtp smtp.example.org:465:tls autoconfig'])
  })

  test('two kinds of encryption in a section', async () => {
    const section = serverSection({}).replace('<socketType>', '<socketType>STARTTLS</socketType><socketType>')
    const { lines } = await read(
      settingsDocument({ type: 'smtp' }).replace('</emailProvider>', `${section}</emailProvider>`),
    )
    expect(lines).toEqual(['smtp smtp.example.org:465:tls autoconfig'])
  })
})

test('a section of another kind, or in another place, is none', async () => {
  const elsewhere = `<other>${serverSection({ hostname: 'evil.example.net' })}</other>`
  const { lines } = await read(
    GOOD.replace(
      '</emailProvider>',
      `${serverSection({}).replace('type="imap"', 'type="exchange"')}${elsewhere}</emailProvider>`,
    ),
  )
  expect(lines).toHaveLength(2)
})

test('the domain is the one placeholder that a host may have', async () => {
  const { lines } = await read(settingsDocument({ hostname: 'in.%EMAILDOMAIN%' }))
  expect(lines).toEqual(['imap in.example.org:993:tls autoconfig'])
})

describe('what a document says about signing in', () => {
  test.each([
    ['%EMAILADDRESS%', 'anna@example.org'],
    ['%EMAILLOCALPART%', 'anna'],
    ['%EMAILLOCALPART%@%EMAILDOMAIN%', 'anna@example.org'],
    ['kunde-4711', 'kunde-4711'],
    ['%REALNAME%', ''],
    ['anna</username><username>eve', ''],
    ['', ''],
  ])('the user name %o becomes %o', async (username, expected) => {
    const { discovery } = await read(settingsDocument({ username }))
    expect(discovery?.candidates[0]?.userName).toBe(expected)
  })

  test.each([
    ['password-cleartext', ['plain', 'login']],
    ['password-encrypted', ['scram-sha-256', 'scram-sha-1', 'cram-md5']],
    ['OAuth2', ['oauthbearer', 'xoauth2']],
    ['none', []],
    ['client-IP-address', []],
  ])('%s means %o', async (authentication, expected) => {
    const { discovery } = await read(settingsDocument({ authentication }))
    expect(discovery?.candidates[0]?.auth).toEqual(expected)
  })
})

test('case 61: a server of another domain carries the name of that domain', async () => {
  const { discovery } = await read(settingsDocument({ hostname: 'imap.mail.hoster.co.uk' }, { type: 'smtp' }))
  expect(discovery?.candidates.map(({ endpoint, otherDomain }) => [endpoint.protocol, otherDomain])).toEqual([
    ['smtp', null],
    ['imap', 'hoster.co.uk'],
  ])
})

function wants(scheme: string): Page {
  return (_, response) => response.writeHead(401, { 'WWW-Authenticate': scheme }).end()
}

function redirect(location: string): Page {
  return (_, response) => response.writeHead(302, { Location: location }).end()
}

const packed: Page = (_, response) =>
  response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(Buffer.alloc(100))

type Response = Parameters<Exclude<Page, string>>[1]

function endless(response: Response): void {
  const more = () => {
    while (response.writable && response.write('x'.repeat(65_536)));
    if (response.writable) response.once('drain', more)
  }
  more()
}

function drip(response: Response): void {
  const timer = setInterval(() => response.write('<'), 20)
  response.once('close', () => clearInterval(timer))
}
