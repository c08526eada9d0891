import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROTOCOLS, SECURITIES } from '#shared/domain/protocol.ts'
import {
  formatEndpoint,
  formatHost,
  parseEndpoint,
  parsePort,
  sameEndpoint,
  type ServerEndpoint,
} from '#shared/domain/server-endpoint.ts'

describe('an endpoint is written as host, port and encryption', () => {
  test.each([
    ['imap.example.org:993:tls', 'imap.example.org', 993, 'tls'],
    ['IMAP.Example.ORG:143:starttls', 'imap.example.org', 143, 'starttls'],
    ['mail.münchen.example:993:tls', 'mail.xn--mnchen-3ya.example', 993, 'tls'],
    ['192.0.2.1:993:tls', '192.0.2.1', 993, 'tls'],
    ['[2001:DB8::1]:993:tls', '2001:db8::1', 993, 'tls'],
    ['[::ffff:192.0.2.1]:993:tls', '::ffff:192.0.2.1', 993, 'tls'],
    ['localhost:1143:none', 'localhost', 1143, 'none'],
    ['imap.example.org:1:tls', 'imap.example.org', 1, 'tls'],
    ['imap.example.org:65535:tls', 'imap.example.org', 65_535, 'tls'],
  ])('%s', (text, host, port, security) => {
    expect(parseEndpoint('imap', text)).toEqual({
      ok: true,
      value: { protocol: 'imap', host, port, security },
    })
  })
})

describe('anything else is refused, and what is wrong is named', () => {
  test.each([
    ['nothing', '', 'form'],
    ['a host alone', 'imap.example.org', 'form'],
    ['no encryption', 'imap.example.org:993', 'form'],
    ['one part too many', 'imap.example.org:993:tls:x', 'form'],
    ['a URL', 'imaps://imap.example.org:993:tls', 'form'],
    ['59: a host with its port', 'imap.example.org:993:993:tls', 'form'],
    ['an IPv6 address without brackets', '2001:db8::1:993:tls', 'form'],
    ['a bracket that is not closed', '[2001:db8::1:993:tls', 'form'],
    ['a bracket in the middle', 'a[b]:993:tls', 'form'],
    ['an empty host', ':993:tls', 'host'],
    ['empty brackets', '[]:993:tls', 'host'],
    ['a name in brackets', '[imap.example.org]:993:tls', 'host'],
    ['59: an empty label', 'a..b:993:tls', 'host'],
    ['59: a space', 'x y:993:tls', 'host'],
    ['59: a short numeric form', '127.1:993:tls', 'host'],
    ['a line break', 'imap.example.org\n:993:tls', 'host'],
    ['full-width letters', 'ｉｍａｐ.example.org:993:tls', 'host'],
    ['59: port 0', 'imap.example.org:0:tls', 'port'],
    ['59: port 65536', 'imap.example.org:65536:tls', 'port'],
    ['59: port -1', 'imap.example.org:-1:tls', 'port'],
    ['59: port 25abc', 'imap.example.org:25abc:tls', 'port'],
    ['an empty port', 'imap.example.org::tls', 'port'],
    ['59: encryption plain', 'imap.example.org:993:plain', 'security'],
    ['capitals in the encryption', 'imap.example.org:993:TLS', 'security'],
    ['a line break behind the encryption', 'imap.example.org:993:tls\n', 'security'],
    ['no encryption named', 'imap.example.org:993:', 'security'],
  ])('%s', (_, text, problem) => {
    expect(parseEndpoint('imap', text)).toEqual({ ok: false, error: problem })
  })
})

describe('a port is a decimal number from 1 to 65535', () => {
  test.each([
    ['1', 1],
    ['993', 993],
    ['65535', 65_535],
  ])('%s', (text, port) => {
    expect(parsePort(text)).toBe(port)
  })

  test.each([
    '',
    '0',
    '00',
    '025',
    '65536',
    '99999',
    '100000',
    '-1',
    '+25',
    '25abc',
    '2 5',
    ' 25',
    '25\n',
    '1e3',
    '0x19',
    '25.0',
    '２５',
    '٢٥',
    'NaN',
    'Infinity',
  ])('%j is none', (text) => {
    expect(parsePort(text)).toBeNull()
  })
})

const host = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.domain().filter((name) => !/^(\d+|0x[0-9a-f]*)$/i.test(name.split('.').at(-1) ?? '')),
)
const endpoint: fc.Arbitrary<ServerEndpoint> = fc.record({
  protocol: fc.constantFrom(...PROTOCOLS),
  host: host.map((name) => name.toLowerCase()),
  port: fc.integer({ min: 1, max: 65_535 }),
  security: fc.constantFrom(...SECURITIES),
})

describe('writing and reading', () => {
  test('an endpoint that is written and read again is the same', () => {
    fc.assert(
      fc.property(endpoint, (original) => {
        expect(parseEndpoint(original.protocol, formatEndpoint(original))).toEqual({
          ok: true,
          value: original,
        })
      }),
      { numRuns: 1_000 },
    )
  })

  test('whatever is read is written in a form that reads the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(':993:tls', ':25:none', '::', ''),
        (start, end) => {
          const read = parseEndpoint('smtp', `${start}${end}`)
          if (read.ok) expect(parseEndpoint('smtp', formatEndpoint(read.value))).toEqual(read)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['imap.example.org', 'imap.example.org'],
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '[2001:db8::1]'],
  ])('the host %s is written as %s', (name, written) => {
    expect(formatHost(name)).toBe(written)
  })
})

describe('two endpoints are the same when nothing differs', () => {
  const endpoint: ServerEndpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }

  test('equal values', () => {
    expect(sameEndpoint(endpoint, { ...endpoint })).toBe(true)
  })

  test.each<Partial<ServerEndpoint>>([
    { protocol: 'pop3' },
    { host: 'mail.example.org' },
    { port: 143 },
    { security: 'starttls' },
  ])('not with %o', (change) => {
    expect(sameEndpoint(endpoint, { ...endpoint, ...change })).toBe(false)
  })
})
