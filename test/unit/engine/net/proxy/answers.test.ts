import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Parsed } from '#engine/net/proxy/exchange.ts'
import { parseResponseHead } from '#engine/net/proxy/http-head.ts'
import {
  connectRequest,
  greeting,
  parseChosenWay,
  parseConnectReply,
  parseSignInStatus,
} from '#engine/net/proxy/socks5-messages.ts'
import { httpFault, socksFault } from '#engine/net/proxy/tunnel.ts'

type Parser = (octets: Buffer) => Parsed<unknown>

/** Every parser, how much it may ask for, and beginnings that lead deep into it. */
const PARSERS: readonly (readonly [string, Parser, number, readonly string[]])[] = [
  [
    'the head of an HTTP answer',
    parseResponseHead,
    8_192,
    ['HTTP/1.1 ', 'HTTP/1.1 100 \r\n\r\n', 'HTTP/1.1 200 OK\r\n'],
  ],
  ['the chosen way', parseChosenWay, 2, ['\x05']],
  ['the status of the sign-in', parseSignInStatus, 2, ['\x01']],
  [
    'the reply to the request',
    parseConnectReply,
    262,
    ['\x05\x00\x00\x01', '\x05\x00\x00\x03', '\x05\x00\x00\x04'],
  ],
]

describe.each(PARSERS)('%s', (_, parse, most, beginnings) => {
  const octets = fc
    .tuple(
      fc.constantFrom('', ...beginnings),
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('', '\r\n\r\n'),
    )
    .map(([begin, middle, end]) => Buffer.concat([Buffer.from(begin, 'latin1'), middle, Buffer.from(end)]))

  test('whatever comes, there is an answer, and none uses more than has come', () => {
    fc.assert(
      fc.property(octets, (given) => {
        const parsed = parse(given)
        if (parsed.kind === 'done') expect(parsed.used).toBeLessThanOrEqual(given.length)
      }),
      { numRuns: 2_000 },
    )
  })

  test('more octets never change an answer', () => {
    fc.assert(
      fc.property(octets, fc.uint8Array({ minLength: 1, maxLength: 50 }), (given, more) => {
        const parsed = parse(given)
        if (parsed.kind === 'more') return
        const longer = parse(Buffer.concat([given, more]))
        const isRefusal = parsed.kind === 'done' && parsed.used === given.length
        expect(longer).toEqual(isRefusal ? { ...parsed, used: expect.any(Number) } : parsed)
      }),
      { numRuns: 1_000 },
    )
  })

  test('it does not go on asking for more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', ...beginnings),
        fc.uint8Array({ minLength: most, maxLength: most }),
        (begin, rest) => {
          const given = Buffer.concat([Buffer.from(begin, 'latin1'), rest])
          expect(parse(given).kind).not.toBe('more')
        },
      ),
    )
  })
})

describe('the head of an HTTP answer', () => {
  const statusOf = (text: string) => {
    const parsed = parseResponseHead(Buffer.from(text, 'latin1'))
    return parsed.kind === 'done' ? [parsed.value.status, text.slice(parsed.used)] : parsed
  }

  test.each([
    ['HTTP/1.1 200 Connection established\r\n\r\n220 hello', [200, '220 hello']],
    ['HTTP/1.0 200\r\n\r\n', [200, '']],
    ['HTTP/1.1 200 OK\n\nrest', [200, 'rest']],
    ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 204 OK\r\n\r\n!', [204, '!']],
    ['HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\n\r\n', [407, '']],
    ['', { kind: 'more' }],
    ['HTT', { kind: 'more' }],
    ['HTTP/1.1 200 OK\r\n', { kind: 'more' }],
    ['HTTP/1.1 100 Continue\r\n\r\n', { kind: 'more' }],
    ['HTTP/1.1 100 Continue\r\n\r\nnonsense', { kind: 'bad', how: 'garbage' }],
    ['HTTP/2 200\r\n\r\n', { kind: 'bad', how: 'garbage' }],
    ['HTTP/1.1 999 OK\r\n\r\n', { kind: 'bad', how: 'garbage' }],
    ['<html>', { kind: 'bad', how: 'garbage' }],
    [`HTTP/1.1 200 ${'x'.repeat(9_000)}\r\n\r\n`, { kind: 'bad', how: 'too-big' }],
  ])('%j', (text, expected) => {
    expect(statusOf(text)).toEqual(expected)
  })

  test('fields are found in whatever spelling, several as one list', () => {
    const head =
      'HTTP/1.1 407 No\r\nPROXY-authenticate:  Negotiate \r\nno field\r\nproxy-Authenticate: Basic\r\n\r\n'
    const parsed = parseResponseHead(Buffer.from(head))
    expect(parsed.kind === 'done' && parsed.value.fields.get('proxy-authenticate')).toBe('Negotiate , Basic')
  })
})

describe('SOCKS messages', () => {
  const hex = (octets: Buffer) => octets.toString('hex')

  test('a password is offered only where one is set', () => {
    expect(hex(greeting(null))).toBe('050100')
  })

  test.each([
    ['mail.example.org', '0501000310' + Buffer.from('mail.example.org').toString('hex') + '03e1'],
    ['192.0.2.7', '05010001c000020703e1'],
    ['::', '05010004' + '00'.repeat(16) + '03e1'],
    ['2001:db8::25', '0501000420010db800000000000000000000002503e1'],
    ['1:2:3:4:5:6:7:8', '050100040001000200030004000500060007000803e1'],
    ['fe80::', '05010004fe80' + '00'.repeat(14) + '03e1'],
    ['::ffff:192.0.2.7', '0501000400000000000000000000ffffc000020703e1'],
  ])('%s', (host, octets) => {
    expect(hex(connectRequest({ host, port: 993 }))).toBe(octets)
  })
})

describe('what a proxy says about the way behind it', () => {
  const answer = (status: number, name = 'x', value = '') =>
    httpFault({ status, fields: new Map([[name, value]]) })

  test('every status and every reply is something', () => {
    for (let status = 100; status < 600; status += 1) expect(answer(status).kind).toMatch(/./)
    for (let reply = 1; reply < 256; reply += 1) expect(socksFault(reply).kind).toMatch(/./)
  })

  test.each([
    ['Basic realm="x"', 'auth'],
    ['Negotiate, Basic realm="x"', 'auth'],
    ['', 'auth'],
    ['Negotiate, NTLM', 'auth-method'],
    ['Digest realm="basic"', 'auth-method'],
  ])('407 with %j means %s', (challenge, reason) => {
    expect(answer(407, 'proxy-authenticate', challenge)).toMatchObject({ kind: 'proxy-refused', reason })
  })

  test.each([
    ['proxy-status', 'x;error=destination_ip_prohibited', 'proxy-refused'],
    ['proxy-status', 'x; error=connection_timeout', 'gave-up'],
    ['proxy-status', 'x;error=dns_timeout', 'resolver-failed'],
    ['proxy-status', 'x;error=destination_unavailable', 'unreachable'],
    ['proxy-status', 'x;error=something_new', 'unreachable'],
    ['x-squid-error', 'ERR_CONNECT_FAIL 110', 'gave-up'],
    ['x-squid-error', 'ERR_CONNECT_FAIL 113', 'unreachable'],
    ['x-squid-error', 'ERR_OTHER 0', 'unreachable'],
  ])('503 with %s: %s', (name, value, kind) => {
    expect(answer(503, name, value).kind).toBe(kind)
  })

  test('a refusal stays one, whatever else is said', () => {
    expect(answer(403, 'proxy-status', 'x;error=connection_refused').kind).toBe('proxy-refused')
  })
})
