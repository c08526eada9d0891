import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import * as guard from '#shared/contract/guards.ts'

const parsed = (text: string): unknown => JSON.parse(text)
const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }
const withHost = (host: unknown) => ({ ...endpoint, host })
const withPort = (port: unknown) => ({ ...endpoint, port })

describe('a line', () => {
  const line = guard.line(5)

  test.each(['', 'abcde', 'äöüß€', 'a b', '😀'])('%j is one', (text) => {
    expect(v.is(line, text)).toBe(true)
  })

  test.each([
    ['too long', 'abcdef'],
    ['with a line feed', 'a\nb'],
    ['with a carriage return', 'a\rb'],
    ['with a NUL', 'a\0b'],
    ['with a TAB', 'a\tb'],
    ['with a DEL', 'a\u007fb'],
    ['with a C1 control', 'a\u0085b'],
    ['a number', 1],
    ['a list of one', ['a']],
    ['null', null],
  ])('%s: none', (_, text) => {
    expect(v.is(line, text)).toBe(false)
  })
})

describe('an endpoint', () => {
  test.each<readonly [string, unknown]>([
    ['of a name', endpoint],
    ['of a name in A-labels', withHost('imap.xn--mnchen-3ya.example')],
    ['of an IPv4 address', withHost('192.0.2.1')],
    ['of an IPv6 address', withHost('2001:db8::1')],
    ['of this computer, without encryption', { ...withHost('localhost'), security: 'none' }],
    ['with the lowest port', withPort(1)],
    ['with the highest port', withPort(65_535)],
  ])('%s is accepted', (_, value) => {
    expect(v.is(guard.endpoint, value)).toBe(true)
  })

  test.each<readonly [string, unknown]>([
    ['a host with an empty label', withHost('a..b')],
    ['a host with a space', withHost('x y')],
    ['a host with its port', withHost('imap.example.org:993')],
    ['a host in capitals, which is not its wire form', withHost('IMAP.example.org')],
    ['a host in U-labels, which is not its wire form', withHost('imap.münchen.example')],
    ['a host in full-width letters', withHost('ｉｍａｐ.example.org')],
    ['a host with percent signs', withHost('%69map.example.org')],
    ['a short numeric host', withHost('127.1')],
    ['a decimal host', withHost('2130706433')],
    ['a host in brackets', withHost('[2001:db8::1]')],
    ['a host with a zone', withHost('fe80::1%eth0')],
    ['an empty host', withHost('')],
    ['a host that ends a line', withHost('imap.example.org\r\n')],
    ['a host that is none', withHost({ toString: () => 'imap.example.org' })],
    ['port 0', withPort(0)],
    ['port 65536', withPort(65_536)],
    ['port -1', withPort(-1)],
    ['half a port', withPort(993.5)],
    ['a port in words', withPort('993')],
    ['a port that is no number', withPort(Number.NaN)],
    ['another protocol', { ...endpoint, protocol: 'http' }],
    ['the protocol of an object', { ...endpoint, protocol: 'constructor' }],
    ['encryption if offered', { ...endpoint, security: 'opportunistic' }],
    ['no encryption named', { protocol: 'imap', host: 'imap.example.org', port: 993 }],
    ['an extra key', { ...endpoint, password: 'x' }],
    ['an own __proto__', parsed('{"protocol":"imap","host":"a.b","port":1,"security":"tls","__proto__":{}}')],
    ['a list', [endpoint]],
    ['null', null],
  ])('%s is refused', (_, value) => {
    expect(v.is(guard.endpoint, value)).toBe(false)
  })
})

describe('a credential', () => {
  test.each<readonly [string, unknown]>([
    ['a password', { kind: 'password', secret: 'x' }],
    ['a token', { kind: 'token', secret: 'ya29.x' }],
    [
      'a password with anything in it that can be typed',
      { kind: 'password', secret: ' \u00e4\u{1f600}"\\ ' },
    ],
    ['a secret of 16,384 octets', { kind: 'token', secret: 'x'.repeat(16_384) }],
  ])('%s is accepted', (_, value) => {
    expect(v.is(guard.credential, value)).toBe(true)
  })

  test.each<readonly [string, unknown]>([
    ['another kind', { kind: 'key', secret: 'x' }],
    ['no kind', { secret: 'x' }],
    ['an empty secret', { kind: 'password', secret: '' }],
    ['a secret that is too long', { kind: 'token', secret: 'x'.repeat(16_385) }],
    ['a secret that is too long on the wire', { kind: 'token', secret: 'ä'.repeat(8_193) }],
    ['a secret with a NUL, which PLAIN forbids', { kind: 'password', secret: 'pass\0word' }],
    ['a secret with a second line', { kind: 'password', secret: 'pass\r\nA2 DELETE INBOX' }],
    ['a secret with half a character', { kind: 'password', secret: 'pass\ud83d' }],
    ['a secret with a lost character', { kind: 'password', secret: 'pass\ufffd' }],
    ['a secret behind a byte order mark', { kind: 'password', secret: '\ufeffpass' }],
    ['a secret that is no text', { kind: 'password', secret: ['x'] }],
    ['an extra key', { kind: 'password', secret: 'x', host: 'evil.example' }],
    ['a bare text', 'x'],
  ])('%s is refused', (_, value) => {
    expect(v.is(guard.credential, value)).toBe(false)
  })
})

describe('the others', () => {
  test.each([
    ['A-z_09', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['../x', false],
    ['a b', false],
    ['ä', false],
    ['a\n', false],
  ])('the identifier %j is accepted: %s', (text, expected) => {
    expect(v.is(guard.identifier, text)).toBe(expected)
  })

  test.each<readonly [unknown, boolean]>([
    [{}, true],
    [{ x: 1 }, false],
    [null, false],
    [undefined, false],
    [parsed('{"__proto__":{}}'), false],
  ])('%o asks for nothing: %s', (value, expected) => {
    expect(v.is(guard.nothing, value)).toBe(expected)
  })

  const service = { endpoint, userName: 'anna@example.org', origin: 'typed', pin: null, signIn: 'password' }

  test.each([
    ['as it should be', {}, true],
    ['with a fingerprint', { pin: Array.from({ length: 32 }, () => 'A0').join(':') }, true],
    ['with half a fingerprint', { pin: 'A0:A1' }, false],
    ['with a second command in its user name', { userName: 'anna\r\nA2 DELETE INBOX' }, false],
    ['with a NUL in its user name', { userName: 'anna\0' }, false],
    ['with half a character in its user name', { userName: 'anna\ud83d' }, false],
    ['with a user name that is shown in another direction', { userName: 'anna\u202egro' }, false],
    ['with an endless user name', { userName: 'x'.repeat(321) }, false],
    ['without a user name', { userName: undefined }, false],
    ['without a sign-in', { signIn: 'none' }, true],
    ['that does not say whether one signs in', { signIn: undefined }, false],
    ['with a sign-in of another kind', { signIn: 'optional' }, false],
    ['from nowhere', { origin: 'heaven' }, false],
  ])('a service %s', (_, change, expected) => {
    expect(v.is(guard.service, { ...service, ...change })).toBe(expected)
  })
})

describe('what a technician wants otherwise', () => {
  const usual = { family: null, mechanism: null, ehloName: null }

  test.each<readonly [string, unknown]>([
    ['nothing', usual],
    ['everything', { family: 4, mechanism: 'SCRAM-SHA-256', ehloName: 'client.example.org' }],
    ['an address literal', { ...usual, ehloName: '[IPv6:2001:db8::1]' }],
  ])('%s is accepted', (_, value) => {
    expect(v.is(guard.expert, value)).toBe(true)
  })

  test.each<readonly [string, unknown]>([
    ['a second command behind the name', { ...usual, ehloName: 'client.example.org\r\nRSET' }],
    ['a name that still has to be read', { ...usual, ehloName: 'Client.example.org' }],
    ['an empty name', { ...usual, ehloName: '' }],
    ['a family that is none', { ...usual, family: 5 }],
    ['a family in words', { ...usual, family: '4' }],
    ['a mechanism that Mailwright does not speak', { ...usual, mechanism: 'GSSAPI' }],
    ['a mechanism with a line end', { ...usual, mechanism: 'PLAIN\r\n' }],
    ['another host', { ...usual, host: 'evil.example' }],
    ['less than all of it', { family: 4 }],
  ])('%s is refused', (_, value) => {
    expect(v.is(guard.expert, value)).toBe(false)
  })
})
