import { isIPv4 as isIpv4InNode, isIPv6 as isIpv6InNode } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endsInNumber, isIpv4, isIpv6, isLoopbackHost, parseHostName } from '#shared/domain/host-name.ts'

describe('a host is a name or an address', () => {
  test.each([
    ['mail.example.org', 'name', 'mail.example.org', 'mail.example.org'],
    ['MAIL.example.org', 'name', 'mail.example.org', 'mail.example.org'],
    ['mail.münchen.example', 'name', 'mail.xn--mnchen-3ya.example', 'mail.münchen.example'],
    ['localhost', 'name', 'localhost', 'localhost'],
    ['mail.1a', 'name', 'mail.1a', 'mail.1a'],
    ['192.0.2.1', 'ipv4', '192.0.2.1', '192.0.2.1'],
    ['0.0.0.0', 'ipv4', '0.0.0.0', '0.0.0.0'],
    ['::1', 'ipv6', '::1', '::1'],
    ['[2001:DB8::1]', 'ipv6', '2001:db8::1', '2001:db8::1'],
    ['[::ffff:192.0.2.1]', 'ipv6', '::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ])('%s', (text, kind, ascii, unicode) => {
    expect(parseHostName(text)).toEqual({ ok: true, value: { kind, ascii, unicode } })
  })
})

describe('a number in disguise is no host', () => {
  test.each([
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '01.2.3.4',
    '256.1.1.1',
    '1.2.3.4.5',
    'mail.1',
    'mail.0x1',
    'mail.0x',
  ])('%s', (text) => {
    expect(parseHostName(text)).toEqual({ ok: false, error: { reason: 'numeric' } })
  })
})

describe('what is neither is refused with its reason', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a name with a port', 'mail.example.org:993', 'bad-character'],
    ['a name with the dot of the root', 'mail.example.org.', 'empty-label'],
    ['a space in front', ' mail.example.org', 'bad-character'],
    ['a space behind', '192.0.2.1 ', 'bad-character'],
    ['empty brackets', '[]', 'bad-character'],
    ['a bracket that is not closed', '[::1', 'bad-character'],
    ['a bracket that was not opened', '::1]', 'bad-character'],
    ['two pairs of brackets', '[[::1]]', 'bad-character'],
    ['an IPv4 address in brackets', '[192.0.2.1]', 'bad-character'],
    ['a name in brackets', '[mail.example.org]', 'bad-character'],
    ['an address with a zone', 'fe80::1%eth0', 'bad-character'],
    ['an address with a zone in brackets', '[fe80::1%25eth0]', 'bad-character'],
    ['two at once', '192.0.2.1,192.0.2.2', 'bad-character'],
  ])('%s', (_, text, reason) => {
    expect(parseHostName(text)).toEqual({ ok: false, error: { reason } })
  })

  test('full-width digits are shown as what they fold to', () => {
    expect(parseHostName('１２７.０.０.１')).toEqual({
      ok: false,
      error: { reason: 'odd-characters', suggestion: '127.0.0.1' },
    })
  })
})

describe('an IPv6 address', () => {
  test.each([
    '::',
    '::1',
    '1::',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::2:3:4:5:6:7:8',
    '1::8',
    'FFFF::0001',
    '::1.2.3.4',
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:1.2.3.4',
    '64:ff9b::192.0.2.33',
  ])('%s is an address', (text) => {
    expect(isIpv6(text)).toBe(true)
  })
})

describe('what only looks like an IPv6 address', () => {
  test.each([
    '',
    ':',
    ':::',
    '1:',
    ':1',
    '1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '::1:2:3:4:5:6:7:8',
    '1::2::3',
    '12345::',
    'g::',
    '::1.2.3',
    '::1.2.3.256',
    '::01.2.3.4',
    '::1.2.3.4:5',
    '1.2.3.4::',
    '1:1.2.3.4::',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1%lo',
    '[::1]',
    '::1 ',
    '::1\n',
  ])('%j is none', (text) => {
    expect(isIpv6(text)).toBe(false)
  })
})

test('the grammars agree with those of the runtime', () => {
  const pieces = [
    ':',
    ':',
    '::',
    '.',
    '0',
    '1',
    '255',
    '256',
    '01',
    'ffff',
    '12345',
    'g',
    '1.2.3.4',
    '::ffff:',
  ]
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(text, fc.ipV6(), fc.ipV4(), fc.ipV4Extended()), (address) => {
      expect([address, isIpv6(address)]).toEqual([address, isIpv6InNode(address)])
      expect([address, isIpv4(address)]).toEqual([address, isIpv4InNode(address)])
    }),
    { numRuns: 5_000 },
  )
})

describe('this computer itself', () => {
  test.each(['localhost', 'mail.localhost', '127.0.0.1', '127.255.255.254', '::1'])('%s', (host) => {
    expect(isLoopbackHost(host)).toBe(true)
  })

  test.each([
    '',
    'notlocalhost',
    'localhost.example.org',
    '127.example.org',
    '127.0.0.1.example.org',
    '127.1',
    '128.0.0.1',
    '10.0.0.1',
    '0.0.0.0',
    '::',
    '::2',
    '::ffff:10.0.0.1',
  ])('%j is another computer', (host) => {
    expect(isLoopbackHost(host)).toBe(false)
  })
})

test.each([
  ['a.b.1', true],
  ['a.b.0x1f', true],
  ['a.b.0x', true],
  ['127', true],
  ['a.b.1c', false],
  ['1.b', false],
  ['0x1.b', false],
  ['', false],
])('%j ends in a number: %s', (domain, expected) => {
  expect(endsInNumber(domain)).toBe(expected)
})
