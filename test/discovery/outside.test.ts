import { describe, expect, test } from 'vitest'
import type { IpAddress } from '#shared/domain/stage.ts'
import { fail, ok } from '#shared/outcome.ts'
import { createHttpsFetch } from '#engine/https/fetch.ts'
import type { Ground } from '#engine/net/ground.ts'
import type { DialTarget } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { look } from '../support/discovery/look.ts'
import { txt } from '../support/discovery/announced-document.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import type { Page } from '../support/discovery/web-server.ts'
import { toolsFor } from '../support/probe-bench.ts'
import { resolverWith } from '../support/resolvers.ts'
import type { DnsAnswer } from '../support/dns-server.ts'

const OWN = 'autoconfig.example.org/mail/config-v1.1.xml'
const GOOD = settingsDocument({}, { type: 'smtp' })
const QUICK = { fetchMs: 700, discoveryMs: 2_000, connectMs: 300 }

const to =
  (location: string): Page =>
  (_, response) =>
    response.writeHead(302, { Location: location }).end()
const v4 = (name: string, data: string) => ({
  [`A ${name}`]: [{ type: 'A', name, data }] satisfies DnsAnswer,
})
const v6 = (name: string, data: string) => ({
  [`AAAA ${name}`]: [{ type: 'AAAA', name, data }] satisfies DnsAnswer,
})

const INSIDE = 'inside.evil.test'

/** Every one a name of the attacker, and an address next to the user. */
const ADDRESSES: readonly (readonly [string, Readonly<Record<string, DnsAnswer>>])[] = [
  ['a house', v4(INSIDE, '192.168.1.1')],
  ['a company', v4(INSIDE, '10.0.0.5')],
  ['a provider\u2019s own network', v4(INSIDE, '100.64.0.1')],
  ['the metadata of a cloud', v4(INSIDE, '169.254.169.254')],
  ['this computer', v4(INSIDE, '127.0.0.2')],
  ['nowhere, which is this computer', v4(INSIDE, '0.0.0.0')],
  ['a multicast address', v4(INSIDE, '224.0.0.251')],
  ['a unique local address', v6(INSIDE, 'fd00::1')],
  ['a link-local address', v6(INSIDE, 'fe80::1')],
  ['an IPv4 address in IPv6', v6(INSIDE, '::ffff:192.168.1.1')],
  ['an IPv4 address behind NAT64', v6(INSIDE, '64:ff9b::a00:5')],
  ['an IPv4 address behind 6to4', v6(INSIDE, '2002:c0a8:101::1')],
]

describe('a redirect to a name that leads inside is not followed:', () => {
  test.each(ADDRESSES)('to %s', async (_, records) => {
    const { report, world } = await look({
      pages: { [OWN]: to(`https://${INSIDE}/config.xml`) },
      records,
      limits: QUICK,
    })
    expect(report['autoconfig']).toBe('failed CFG_INSECURE')
    expect(world.dialled.filter((endpoint) => endpoint.startsWith(INSIDE))).toEqual([])
  })

  test('nor from the second hop', async () => {
    const { report, world } = await look({
      pages: { [OWN]: to('https://web.example.net/a'), 'web.example.net/a': to(`https://${INSIDE}/`) },
      records: v4(INSIDE, '10.0.0.5'),
      limits: QUICK,
    })
    expect(report['autoconfig']).toBe('failed CFG_INSECURE')
    expect(world.dialled.filter((endpoint) => endpoint.startsWith(INSIDE))).toEqual([])
  })
})

describe('discovery goes to no port but that of the web:', () => {
  test.each([
    [
      'a redirect to the port of an administrator',
      { [OWN]: to('https://web.example.net:8443/') },
      {},
      'autoconfig',
    ],
    ['a redirect to SSH', { [OWN]: to('https://web.example.net:22/') }, {}, 'autoconfig'],
    [
      'a record with a port',
      {},
      { 'TXT example.org': txt('example.org', 'mailconf=https://web.example.net:8443/x') },
      'mailconf',
    ],
  ])('%s', async (_, pages, records, source) => {
    const { report, world } = await look({
      pages: { 'web.example.net/x': GOOD, ...pages },
      records,
      limits: QUICK,
    })
    expect(report[source]).toBe('failed CFG_INSECURE')
    expect(world.dialled.filter((endpoint) => /:(?:8443|22)$/.test(endpoint))).toEqual([])
  })
})

describe('a record of the domain leads nowhere inside:', () => {
  test.each([
    ['a text record', { 'TXT example.org': txt('example.org', `mailconf=https://${INSIDE}/x`) }, []],
    ['the host that receives the mail', {}, [INSIDE]],
    [
      'the domain of the host that receives the mail',
      v4('autoconfig.evil.test', '10.0.0.5'),
      ['mx.evil.test'],
    ],
  ])('%s', async (_, records, mx) => {
    const { world } = await look({ records: { ...v4(INSIDE, '10.0.0.5'), ...records }, mx, limits: QUICK })
    expect(world.dialled.filter((endpoint) => endpoint.includes('evil.test'))).toEqual([])
  })
})

describe('the domain that was typed', () => {
  test('may keep its settings and servers in the network around', async () => {
    const { lines } = await look({ pages: { [OWN]: GOOD }, limits: QUICK, scopeOf: () => 'private' })
    expect(lines).toContain('imap imap.example.org:993:tls autoconfig')
  })

  test('leads from there to no other name inside', async () => {
    const { report, world } = await look({
      pages: { [OWN]: to('https://web.example.net/x'), 'web.example.net/x': GOOD },
      limits: QUICK,
      scopeOf: () => 'private',
    })
    expect(report['autoconfig']).toBe('failed CFG_INSECURE')
    expect(world.dialled.filter((endpoint) => endpoint.startsWith('web.'))).toEqual([])
  })

  test('leads never to this computer itself', async () => {
    const { world } = await look({
      pages: { [OWN]: GOOD },
      silent: ['imap.example.org'],
      limits: QUICK,
      scopeOf: () => 'special',
    })
    expect(world.dialled).toEqual([])
  })
})

interface Watched {
  readonly dialled: readonly DialTarget[]
  readonly asked: readonly string[]
}

/** What one fetch asks and where it goes; no server answers there. */
async function watch(
  url: string,
  ground: Ground,
  answers: readonly IpAddress[][],
  more: Partial<ProbeTools> = {},
) {
  const dialled: DialTarget[] = []
  const asked: string[] = []
  const tools: ProbeTools = {
    ...toolsFor({}),
    resolver: resolverWith({
      addresses: (host) => {
        asked.push(host)
        return Promise.resolve(ok(answers[asked.length - 1] ?? []))
      },
    }),
    dialer: {
      connect: (target) => {
        dialled.push(target)
        return Promise.resolve(fail({ kind: 'refused' }))
      },
    },
    ...more,
  }
  const result = await createHttpsFetch(tools, ground)(url, new AbortController().signal)
  return { result, dialled, asked } satisfies Watched & { result: unknown }
}

const ip4 = (address: string): IpAddress => ({ address, family: 4 })

describe('what was checked is what is connected to', () => {
  test('a name that changes its address after the check is not asked again', async () => {
    const seen = await watch('https://web.evil.test/', 'outside', [[ip4('8.8.8.8')], [ip4('10.0.0.5')]])
    expect(seen.asked).toEqual(['web.evil.test'])
    expect(seen.dialled.map(({ address }) => address)).toEqual(['8.8.8.8'])
  })

  test('of mixed addresses those outside alone are tried', async () => {
    const mixed = [ip4('10.0.0.5'), ip4('8.8.8.8'), ip4('127.0.0.1'), ip4('9.9.9.9')]
    const { dialled } = await watch('https://web.evil.test/', 'outside', [mixed])
    expect(dialled.map(({ address }) => address)).toEqual(['8.8.8.8', '9.9.9.9'])
  })
})

describe('behind a proxy, which looks up the names,', () => {
  const proxy = { kind: 'http', host: 'proxy.corp.test', port: 3128, credentials: null } as const
  test('the proxy is where the organisation keeps it', async () => {
    const { asked, dialled } = await watch('https://web.example.net/', 'outside', [[ip4('10.1.1.1')]], {
      proxy,
    })
    expect(asked).toEqual(['proxy.corp.test'])
    expect(dialled.map(({ address, port }) => [address, port])).toEqual([['10.1.1.1', 3128]])
  })

  test.each([
    'https://printer.local/',
    'https://nas.lan/',
    'https://git.internal/',
    'https://web.example.net:8443/',
  ])('it is not asked for %s', async (url) => {
    const { asked, dialled, result } = await watch(url, 'outside', [[ip4('10.1.1.1')]], { proxy })
    expect(result).toEqual(fail({ kind: 'redirect', why: 'insecure' }))
    expect([asked, dialled]).toEqual([[], []])
  })
})
