import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEhloName } from '#shared/domain/ehlo-name.ts'

describe('what EHLO can be said with', () => {
  test.each([
    ['a full name', 'client.example.org', 'client.example.org'],
    ['a name in capitals', 'Client.EXAMPLE.org', 'client.example.org'],
    ['one label', 'localhost', 'localhost'],
    ['letters beyond ASCII, as A-labels', 'münchen.example', 'xn--mnchen-3ya.example'],
    ['an IPv4 address in brackets', '[192.0.2.1]', '[192.0.2.1]'],
    ['an IPv6 address in brackets', '[IPv6:2001:DB8::1]', '[IPv6:2001:db8::1]'],
    ['an IPv6 address without its tag', '[2001:db8::1]', '[IPv6:2001:db8::1]'],
  ])('%s: %s', (_, typed, name) => {
    expect(parseEhloName(typed)).toBe(name)
    expect(parseEhloName(name)).toBe(name)
  })

  test.each([
    ['nothing', ''],
    ['a second command', 'client.example.org\r\nMAIL FROM:<a@example.org>'],
    ['a line feed at the end', 'client.example.org\n'],
    ['a carriage return in brackets', '[192.0.2.1\r]'],
    ['a space', 'client example.org'],
    ['a parameter', 'client.example.org SIZE=1'],
    ['an address without brackets', '192.0.2.1'],
    ['a number as its last label', 'client.1'],
    ['empty brackets', '[]'],
    ['a name in brackets', '[client.example.org]'],
    ['a quoted string', '"client"'],
    ['an invisible letter', 'client\u200b.example.org'],
    ['NUL', 'client\0.example.org'],
    ['a label that is too long', `${'x'.repeat(64)}.example.org`],
  ])('%s is none', (_, typed) => {
    expect(parseEhloName(typed)).toBeNull()
  })

  test('never holds anything but letters, digits, dots, hyphens, colons and brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(parseEhloName(typed) ?? '').toMatch(/^[A-Za-z0-9.:[\]-]*$/)
      }),
    )
  })
})
