import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasInternationalName, parseEmailAddress } from '#shared/domain/email-address.ts'
import { computingMs } from '../../../support/computing-time.ts'

const LOCAL_64 = 'a'.repeat(64)
const LABEL_63 = 'b'.repeat(63)
/** With a local part of 64 octets and the @ this makes an address of 254 octets. */
const DOMAIN_189 = `${LABEL_63}.${LABEL_63}.${'b'.repeat(61)}`

describe('an address is read in both of its forms', () => {
  test.each([
    ['anna@example.org', 'anna@example.org', 'anna@example.org'],
    ['Anna.Berg@Example.ORG', 'Anna.Berg@example.org', 'Anna.Berg@example.org'],
    ['  anna@example.org ', 'anna@example.org', 'anna@example.org'],
    ['anna@example.org\u00a0', 'anna@example.org', 'anna@example.org'],
    ["o'neil+tag=x/y@example.org", "o'neil+tag=x/y@example.org", "o'neil+tag=x/y@example.org"],
    ['anna@münchen.example', 'anna@xn--mnchen-3ya.example', 'anna@münchen.example'],
    ['anna@xn--mnchen-3ya.example', 'anna@xn--mnchen-3ya.example', 'anna@münchen.example'],
    ['jürgen@münchen.example', 'jürgen@xn--mnchen-3ya.example', 'jürgen@münchen.example'],
    ['用户@例え.jp', '用户@xn--r8jz45g.jp', '用户@例え.jp'],
    [`${LOCAL_64}@${DOMAIN_189}`, `${LOCAL_64}@${DOMAIN_189}`, `${LOCAL_64}@${DOMAIN_189}`],
  ])('%s', (text, ascii, unicode) => {
    expect(parseEmailAddress(text)).toMatchObject({
      ok: true,
      value: { ascii, unicode, lookUp: 'automatic' },
    })
  })

  test('its parts are kept apart', () => {
    expect(parseEmailAddress('Anna@MÜNCHEN.example')).toEqual({
      ok: true,
      value: {
        localPart: 'Anna',
        domain: { ascii: 'xn--mnchen-3ya.example', unicode: 'münchen.example' },
        ascii: 'Anna@xn--mnchen-3ya.example',
        unicode: 'Anna@münchen.example',
        lookUp: 'automatic',
      },
    })
  })
})

describe('what is no address is refused with its reason', () => {
  test.each([
    ['65: nothing', '', 'empty'],
    ['65: spaces', '   ', 'empty'],
    ['65: an @ alone', '@', 'no-local-part'],
    ['65: nothing after the @', 'a@', 'no-domain'],
    ['65: nothing before the @', '@b', 'no-local-part'],
    ['65: no @ at all', 'anna', 'no-at'],
    ['a link to nothing', 'mailto:', 'empty'],
    ['a link to two', 'mailto:a@b.c,d@e.f', 'several'],
    ['spaces in what is no address without them', 'an na@exam ple..org', 'bad-local-part'],
    ['65: two @', 'a@b@c', 'several'],
    ['65: two addresses with a comma', 'a@b.c, d@e.f', 'several'],
    ['65: two addresses with a semicolon', 'a@b.c;d@e.f', 'several'],
    ['65: two addresses in angle brackets', 'Anna <a@b.c> <d@e.f>', 'several'],
    ['66: an address inside a quoted local part', '"x@evil.test y"@good.test', 'several'],
    ['66: a quoted local part', '"x y"@good.test', 'bad-local-part'],
    ['67: a comment', 'anna(home)@example.org', 'bad-local-part'],
    ['67: a comment behind', 'anna@example.org(home)', 'bad-domain'],
    ['67: a group', 'friends:anna@example.org;', 'bad-local-part'],
    ['68: CR and LF', 'anna@example.org\r\nRCPT TO:<x@y.z>', 'control-character'],
    ['68: a line feed at the end', 'anna@example.org\n', 'control-character'],
    ['68: a NUL', 'an\0na@example.org', 'control-character'],
    ['68: a TAB in front', '\tanna@example.org', 'control-character'],
    ['68: a C1 control', 'an\u0085na@example.org', 'control-character'],
    ['68: a Unicode line separator', 'anna@exam\u2028ple.org', 'control-character'],
    ['69: a local part of 300 letters', `${'a'.repeat(300)}@example.org`, 'too-long'],
    ['69: a local part of 65 letters', `a${LOCAL_64}@example.org`, 'too-long'],
    ['69: a local part of 33 letters that take 66 octets', `${'ü'.repeat(33)}@example.org`, 'too-long'],
    ['69: a label of 64 letters', `a@b${LABEL_63}.example`, 'bad-domain'],
    ['69: 255 octets in all', `${LOCAL_64}@b${DOMAIN_189}`, 'too-long'],
    ['69: more than 254 octets on the wire alone', `${LOCAL_64}@${'ü.'.repeat(28)}example`, 'too-long'],
    ['a comma at the end', 'anna@example.org,', 'bad-domain'],
    ['a comma beside a dot', 'anna@example,.org', 'bad-domain'],
    ['a comma before the @', 'anna,berg@example.org', 'bad-local-part'],
    ['two dots in a row', 'anna..berg@example.org', 'bad-local-part'],
    ['a dot in front', '.anna@example.org', 'bad-local-part'],
    ['a dot before the @', 'anna.@example.org', 'bad-local-part'],
    ['a zero-width space in the local part', 'an\u200bna@example.org', 'bad-local-part'],
    ['a change of writing direction', '\u202eanna@example.org', 'bad-local-part'],
    ['an emoji before the @', '😀@example.org', 'bad-local-part'],
    ['two dots in the domain', 'anna@example..org', 'bad-domain'],
    ['a dot behind the domain', 'anna@example.org.', 'bad-domain'],
    ['an underscore in the domain', 'anna@exam_ple.org', 'bad-domain'],
    ['a broken A-label', 'anna@xn--zzzz-.example', 'bad-domain'],
    ['a literal that is no address', 'anna@[1.2.3]', 'bad-domain'],
    ['a literal that is a name', 'anna@[example.org]', 'bad-domain'],
    ['a literal that is not closed', 'anna@[10.0.0.1', 'bad-domain'],
    ['a literal with a zone', 'anna@[IPv6:fe80::1%eth0]', 'bad-domain'],
    ['a bracket that was never opened', 'anna@example.org>', 'bad-domain'],
    ['a bracket that was never closed', 'Anna <anna@example.org', 'bad-local-part'],
  ])('%s', (_, text, reason) => {
    expect(parseEmailAddress(text)).toEqual({ ok: false, error: { reason } })
  })
})

describe('one good address hidden in the text is offered', () => {
  test.each([
    ['65: a name around it', 'Name <a@b.c>', 'display-name', 'a@b.c'],
    ['65: brackets around it', '<a@b.c>', 'display-name', 'a@b.c'],
    ['65: a quoted name around it', '"Berg, Anna" <anna@example.org>', 'display-name', 'anna@example.org'],
    ['70: with a U-label', 'Anna <anna@MÜNCHEN.example>', 'display-name', 'anna@münchen.example'],
    ['74: full-width letters', 'u@ｇｍａｉｌ.com', 'odd-domain', 'u@gmail.com'],
    ['74: a soft hyphen', 'u@gm\u00adail.com', 'odd-domain', 'u@gmail.com'],
    ['74: a percent-coded letter', 'u@gm%61il.com', 'odd-domain', 'u@gmail.com'],
    ['74: %70', 'u@exam%70le.org', 'odd-domain', 'u@example.org'],
    ['74: an ideographic full stop', 'u@gmail。com', 'odd-domain', 'u@gmail.com'],
    ['a link', 'mailto:anna@example.org', 'link', 'anna@example.org'],
    ['a link with a subject', 'MAILTO:anna@example.org?subject=Hi', 'link', 'anna@example.org'],
    ['a space before the @', 'anna @example.org', 'spaces', 'anna@example.org'],
    ['spaces on both sides of a dot', 'anna@example . org', 'spaces', 'anna@example.org'],
    ['a space in the name', 'an na@example.org', 'spaces', 'anna@example.org'],
    ['a name without brackets', 'Anna Berg anna@example.org', 'display-name', 'anna@example.org'],
    ['a domain alone', 'example.org', 'only-domain', 'postmaster@example.org'],
    ['a domain behind an @', '@example.org', 'only-domain', 'postmaster@example.org'],
    ['an @ left out', 'anna.example.org', 'only-domain', 'postmaster@anna.example.org'],
    ['a comma for a dot', 'anna@gmail,com', 'comma', 'anna@gmail.com'],
    ['two commas', 'anna@mail,example,org', 'comma', 'anna@mail.example.org'],
    ['a comma beside a U-label', 'anna@MÜNCHEN,example', 'comma', 'anna@münchen.example'],
  ])('%s', (_, text, reason, suggestion) => {
    expect(parseEmailAddress(text)).toEqual({ ok: false, error: { reason, suggestion } })
  })

  test('what is no address inside a name either is not offered', () => {
    expect(parseEmailAddress('Anna <anna at example.org>')).toEqual({
      ok: false,
      error: { reason: 'bad-local-part' },
    })
  })
})

describe('70: a U-label is an A-label on the wire, and both are shown', () => {
  test.each([
    ['anna@münchen.example', 'anna@xn--mnchen-3ya.example', 'anna@münchen.example'],
    ['anna@xn--mnchen-3ya.example', 'anna@xn--mnchen-3ya.example', 'anna@münchen.example'],
    ['anna@почта.рф', 'anna@xn--80a1acny.xn--p1ai', 'anna@почта.рф'],
  ])('%s', (text, ascii, unicode) => {
    expect(parseEmailAddress(text)).toMatchObject({ ok: true, value: { ascii, unicode } })
  })
})

describe('71: letters before the @ that only some servers know', () => {
  test.each([
    ['jürgen@example.org', true],
    ['用户@example.org', true],
    ['jürgen@münchen.example', true],
    ['anna@münchen.example', false],
    ['anna@example.org', false],
    ['jürgen', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(hasInternationalName(text)).toBe(expected)
  })
})

describe('nothing is looked up for', () => {
  test.each([
    ['73: a short numeric form', 'u@127.1', '127.1'],
    ['73: a decimal number', 'u@2130706433', '2130706433'],
    ['73: a hexadecimal number', 'u@0x7f000001', '0x7f000001'],
    ['73: a dotted quad', 'u@10.0.0.1', '10.0.0.1'],
    ['73: an IPv4 literal', 'u@[10.0.0.1]', '[10.0.0.1]'],
    ['73: an IPv6 literal', 'u@[IPv6:2001:db8::1]', '[IPv6:2001:db8::1]'],
    ['73: localhost', 'u@localhost', 'localhost'],
    ['73: a single label', 'u@intranet', 'intranet'],
  ])('%s', (_, text, domain) => {
    expect(parseEmailAddress(text)).toMatchObject({
      ok: true,
      value: { lookUp: 'manual', domain: { ascii: domain }, ascii: `u@${domain}` },
    })
  })
})

describe('time grows no faster than the text', () => {
  test.each([
    ['letters', 'a'.repeat(10_000)],
    ['67: colons', ':'.repeat(10_000)],
    ['67: opening brackets', '('.repeat(10_000)],
    ['67: opening brackets before a domain', `${'('.repeat(9_900)}@example.org`],
    ['67: opening brackets behind a domain', `anna@example.org${'('.repeat(9_900)}`],
    ['67: groups', 'a:b@c;'.repeat(1_666)],
    ['commas', `a@${'b,'.repeat(4_999)}`],
    ['angle brackets', `${'<'.repeat(9_999)}>`],
    ['pairs of angle brackets', '<>'.repeat(5_000)],
    ['dots in the local part', `${'a.'.repeat(4_998)}@b.c`],
    ['dots in the domain', `a@${'b.'.repeat(4_999)}`],
    ['percent signs', `a@${'%61'.repeat(3_332)}`],
    ['umlauts', `a@${'ü'.repeat(9_998)}`],
    ['at signs', '@'.repeat(10_000)],
    ['spaces around', `${' '.repeat(5_000)}a@b${' '.repeat(5_000)}`],
  ])('10,000 characters of %s are computed in less than 10 ms', (_, text) => {
    const rounds = 20
    const tookMs = computingMs(() => {
      for (let round = 0; round < rounds; round += 1) parseEmailAddress(text)
    })
    expect(tookMs / rounds).toBeLessThan(10)
  })
})

describe('whatever is typed', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(fc.constantFrom('a', '.', '-', 'ü', '[', ']', '<', '>', '"', '\n', '%61', '::1', '1', '。'))
      .map((pieces) => pieces.join('')),
    fc.constantFrom('anna', 'example.org', 'münchen.example', '[10.0.0.1]'),
  )
  const typed = fc.oneof(
    part,
    fc.tuple(part, part).map((parts) => parts.join('@')),
  )

  test('an accepted address holds no control character, space or invisible character', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const address = parseEmailAddress(text)
        if (!address.ok) return
        const { ascii, unicode, localPart } = address.value
        expect(`${ascii}${unicode}${localPart}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Z}]/u)
      }),
      { numRuns: 2_000 },
    )
  })

  test('both forms of an accepted address are the same address again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const address = parseEmailAddress(text)
        if (!address.ok) return
        expect(parseEmailAddress(address.value.ascii)).toEqual(address)
        expect(parseEmailAddress(address.value.unicode)).toEqual(address)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a suggestion can be accepted as it stands', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const address = parseEmailAddress(text)
        if (address.ok || !('suggestion' in address.error)) return
        expect(parseEmailAddress(address.error.suggestion)).toMatchObject({ ok: true })
      }),
      { numRuns: 2_000 },
    )
  })
})
