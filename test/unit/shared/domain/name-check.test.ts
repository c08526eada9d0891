import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesHost } from '#shared/domain/name-check.ts'

const dns = (...dnsNames: readonly string[]) => ({ dnsNames, ipAddresses: [] })
const ip = (...ipAddresses: readonly string[]) => ({ dnsNames: [], ipAddresses })

describe('a certificate is for the host', () => {
  test.each([
    ['the very name', 'mail.example.org', 'mail.example.org'],
    ['the name in capitals', 'MAIL.Example.ORG', 'mail.example.org'],
    ['a host in capitals', 'mail.example.org', 'Mail.EXAMPLE.org'],
    ['a wildcard one label up', '*.example.org', 'mail.example.org'],
    ['a wildcard in capitals', '*.EXAMPLE.org', 'mail.example.org'],
    ['a wildcard deep down', '*.eu.mail.example.org', 'imap.eu.mail.example.org'],
    ['a wildcard for an A-label', '*.example.org', 'xn--mnchen-3ya.example.org'],
    ['an A-label', 'mail.xn--mnchen-3ya.example', 'mail.xn--mnchen-3ya.example'],
    ['an A-label in capitals', 'mail.XN--MNCHEN-3YA.example', 'mail.xn--mnchen-3ya.example'],
    ['a single label', 'localhost', 'localhost'],
  ])('%s: %s for %s', (_, name, host) => {
    expect(namesHost(dns(name), host)).toBe(true)
  })

  test('one of many names is enough', () => {
    expect(namesHost(dns('example.org', 'imap.example.org', 'smtp.example.org'), 'smtp.example.org')).toBe(
      true,
    )
  })
})

describe('a certificate is not for the host', () => {
  test.each([
    ['another name', 'mail.example.net', 'mail.example.org'],
    ['the parent of the host', 'example.org', 'mail.example.org'],
    ['a child of the host', 'mail.example.org', 'example.org'],
    ['the same ending without a dot', 'ail.example.org', 'mail.example.org'],
    ['a wildcard for its own parent', '*.example.org', 'example.org'],
    ['a wildcard two labels up', '*.example.org', 'imap.mail.example.org'],
    ['a wildcard over an empty label', '*.example.org', '.example.org'],
    ['a wildcard for everything below a top level', '*.org', 'example.org'],
    ['a wildcard for everything', '*', 'example'],
    ['a wildcard and a dot', '*.', 'example.'],
    ['two wildcards', '*.*.example.org', 'imap.mail.example.org'],
    ['two wildcards for a host that is none', '*.*.example.org', 'imap.*.example.org'],
    ['a wildcard that is not leftmost', 'mail.*.org', 'mail.example.org'],
    ['a wildcard below a name', 'mail.*.example.org', 'mail.eu.example.org'],
    ['a partial wildcard in front', 'm*.example.org', 'mail.example.org'],
    ['a partial wildcard behind', '*il.example.org', 'mail.example.org'],
    ['a partial wildcard in the middle', 'm*l.example.org', 'mail.example.org'],
    ['a partial wildcard over an A-label', 'xn--*.example.org', 'xn--mnchen-3ya.example.org'],
    ['a U-label', 'mail.münchen.example', 'mail.xn--mnchen-3ya.example'],
    ['the dot of the root', 'mail.example.org.', 'mail.example.org'],
    ['a wildcard and the dot of the root', '*.example.org.', 'mail.example.org'],
    ['spaces around', ' mail.example.org ', 'mail.example.org'],
    ['a NUL in the middle', 'mail.example.org\0.evil.example', 'mail.example.org'],
    ['an empty name', '', 'mail.example.org'],
  ])('%s: %s for %s', (_, name, host) => {
    expect(namesHost(dns(name), host)).toBe(false)
  })

  test('a certificate without names is for no host, whatever its common name', () => {
    const onlyCommonName = { ...dns(), subject: 'mail.example.org', commonName: 'mail.example.org' }
    expect(namesHost(onlyCommonName, 'mail.example.org')).toBe(false)
  })
})

describe('an address is named in its own kind of entry only', () => {
  test.each([
    ['IPv4', '192.0.2.1', '192.0.2.1'],
    ['IPv6', '2001:db8::1', '2001:db8::1'],
    ['IPv6 in capitals', '2001:DB8::1', '2001:db8::1'],
    ['IPv6 in full', '2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['IPv6 with other zeros left out', '2001:db8:0:0::1', '2001:db8::1'],
    ['IPv6 with all zeros left out', '0:0:0:0:0:0:0:0', '::'],
    ['IPv6 that ends in zeros', '2001:db8:0:0:0:0:0:0', '2001:db8::'],
    ['IPv6 with one group left out', '1:2:3:4:5:6:7:0', '1:2:3:4:5:6:7::'],
    ['IPv6 that embeds IPv4', '::ffff:c000:201', '::ffff:192.0.2.1'],
    ['IPv6 that embeds IPv4, the other way round', '0:0:0:0:0:FFFF:192.0.2.1', '::ffff:c000:201'],
  ])('%s: %s for %s', (_, entry, host) => {
    expect(namesHost(ip(entry), host)).toBe(true)
  })

  test.each([
    ['another address', ip('192.0.2.2'), '192.0.2.1'],
    ['another IPv6 address', ip('2001:db8::2'), '2001:db8::1'],
    ['the digits in another group', ip('2001:db8:1::'), '2001:db8::1'],
    ['zeros that carry weight', ip('2001:db8::10'), '2001:db8::1'],
    ['IPv4 for its IPv6 form', ip('192.0.2.1'), '::ffff:192.0.2.1'],
    ['IPv6 for its IPv4 form', ip('::ffff:192.0.2.1'), '192.0.2.1'],
    ['an address written as a name', dns('192.0.2.1'), '192.0.2.1'],
    ['an IPv6 address written as a name', dns('2001:db8::1'), '2001:db8::1'],
    ['a wildcard over an address', dns('*.0.2.1'), '192.0.2.1'],
    ['a name for an address', dns('mail.example.org'), '192.0.2.1'],
    ['an address for a name', ip('192.0.2.1'), 'mail.example.org'],
    ['a name written as an address', ip('mail.example.org'), 'mail.example.org'],
    ['an unreadable entry', ip('<invalid>'), '192.0.2.1'],
  ])('%s is not enough', (_, presented, host) => {
    expect(namesHost(presented, host)).toBe(false)
  })
})

describe('whatever a certificate says', () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?$/)
  const base = fc
    .tuple(label, fc.constantFrom('org', 'com', 'co.uk', 'example'))
    .map((parts) => parts.join('.'))
  const host = fc
    .tuple(fc.array(label, { maxLength: 3 }), base)
    .map(([labels, end]) => [...labels, end].join('.'))
  const name = fc
    .tuple(fc.array(fc.constantFrom('*', 'm*', '*l', 'mail', 'a', ''), { maxLength: 3 }), base)
    .map(([labels, end]) => [...labels, end].join('.'))

  test('a name never speaks for a host with another registrable ending', () => {
    fc.assert(
      fc.property(name, host, (presented, wanted) => {
        const ending = presented.split('.').slice(-2).join('.')
        fc.pre(!`.${wanted}`.endsWith(`.${ending}`))
        expect(namesHost(dns(presented), wanted)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a name speaks for hosts with as many labels as itself and no others', () => {
    fc.assert(
      fc.property(name, host, (presented, wanted) => {
        if (namesHost(dns(presented), wanted))
          expect(presented.split('.').length).toBe(wanted.split('.').length)
      }),
      { numRuns: 2_000 },
    )
  })

  test('every host is named by its own name and by a wildcard in place of its first label', () => {
    fc.assert(
      fc.property(label, host, (first, rest) => {
        const whole = `${first}.${rest}`
        expect(namesHost(dns(whole), whole)).toBe(true)
        expect(namesHost(dns(`*.${rest}`), whole)).toBe(true)
      }),
    )
  })

  test('every IPv6 address is named in full as well as in short', () => {
    const inFull = (groups: readonly number[]) =>
      groups.map((group) => group.toString(16).padStart(4, '0')).join(':')
    const inShort = (groups: readonly number[]) => new URL(`http://[${inFull(groups)}]`).hostname.slice(1, -1)
    const address = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    })
    fc.assert(
      fc.property(address, (groups) => {
        expect(namesHost(ip(inFull(groups)), inShort(groups))).toBe(true)
        expect(namesHost(ip(inShort(groups)), inFull(groups))).toBe(true)
      }),
    )
  })
})
