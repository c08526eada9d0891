import { afterEach, describe, expect, test } from 'vitest'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { fail } from '#shared/outcome.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { NOTHING } from '#engine/discovery/source.ts'
import { srvSource } from '#engine/discovery/srv-source.ts'
import { createResolver } from '#engine/net/resolver.ts'
import { toolsFor } from '../../../support/probe-bench.ts'
import { startDnsServer, type DnsAnswer, type DnsServer } from '../../../support/dns-server.ts'

let server: DnsServer | undefined
afterEach(() => server?.stop())

type Record = readonly [priority: number, weight: number, port: number, target: string]

const srv = (name: string, records: readonly Record[]): DnsAnswer =>
  records.map(([priority, weight, port, target]) => ({
    type: 'SRV',
    name,
    data: { priority, weight, port, target },
  }))

async function ask(
  records: Readonly<{ [name: string]: readonly Record[] | DnsAnswer }>,
  text = 'anna@example.org',
) {
  server = await startDnsServer(({ name }) => {
    const known = records[name] ?? 'NXDOMAIN'
    return typeof known === 'string' ? known : srv(name, known as readonly Record[])
  })
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error('no address')
  const resolver = createResolver({ server: server.address, timeoutMs: 1_000 })
  const result = await srvSource.ask({
    address: address.value,
    date: '2026-11-20',
    resolver,
    fetch: () => Promise.resolve(fail({ kind: 'not-http' })),
    fetchFromDomain: () => Promise.resolve(fail({ kind: 'not-http' })),
    tools: toolsFor({}),
    signal: new AbortController().signal,
  })
  const found = result.candidates.map(({ endpoint }) => `${endpoint.protocol} ${formatEndpoint(endpoint)}`)
  return { result, found, questions: server.questions }
}

test('every service is asked for once, at the domain alone', async () => {
  const { result, questions } = await ask({})
  expect(result).toEqual(NOTHING)
  expect(questions.toSorted()).toEqual([
    'SRV _caldavs._tcp.example.org',
    'SRV _carddavs._tcp.example.org',
    'SRV _imap._tcp.example.org',
    'SRV _imaps._tcp.example.org',
    'SRV _jmap._tcp.example.org',
    'SRV _pop3._tcp.example.org',
    'SRV _pop3s._tcp.example.org',
    'SRV _submission._tcp.example.org',
    'SRV _submissions._tcp.example.org',
  ])
})

test('what the domain publishes is proposed, SSL/TLS first, each with its reason', async () => {
  const { result, found } = await ask({
    '_imap._tcp.example.org': [[0, 1, 143, 'mail.example.org']],
    '_imaps._tcp.example.org': [[0, 1, 993, 'mail.example.org']],
    '_submissions._tcp.example.org': [[0, 1, 465, 'out.example.net']],
  })
  expect(found).toEqual([
    'imap mail.example.org:993:tls',
    'imap mail.example.org:143:starttls',
    'smtp out.example.net:465:tls',
  ])
  expect(result.candidates[2]).toMatchObject({
    userName: 'anna@example.org',
    source: 'srv',
    trust: 'dns',
    why: {
      kind: 'published-by-domain',
      domain: 'example.org',
      record: '_submissions._tcp.example.org',
    },
  })
})

test('the lowest priority comes first, then the greatest weight', async () => {
  const { found } = await ask({
    '_imaps._tcp.example.org': [
      [20, 9, 993, 'c.example.org'],
      [10, 1, 993, 'b.example.org'],
      [10, 9, 993, 'a.example.org'],
    ],
  })
  expect(found).toEqual(['a', 'b', 'c'].map((name) => `imap ${name}.example.org:993:tls`))
})

describe('nothing comes of', () => {
  test.each([
    [
      'a service that is declared absent',
      { '_pop3s._tcp.example.org': [[0, 0, 0, '.']] as const },
      'nothing',
    ],
    [
      'a target on this computer',
      { '_imaps._tcp.example.org': [[0, 0, 993, 'localhost']] as const },
      'nothing',
    ],
    [
      'a target in the local network',
      { '_imaps._tcp.example.org': [[0, 0, 993, 'mail']] as const },
      'nothing',
    ],
    [
      'a target that is no host name',
      { '_imaps._tcp.example.org': [[0, 0, 993, '-x-.example.org']] as const },
      'nothing',
    ],
    ['a name server that is broken', { '_imaps._tcp.example.org': 'SERVFAIL' as const }, 'failed'],
  ])('%s', async (_, records, status) => {
    const { result } = await ask(records)
    expect(result).toMatchObject({ status, provider: null, candidates: [] })
  })
})
