import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDomainName } from '#shared/domain/domain-name.ts'

const LABEL_63 = 'a'.repeat(63)
const OCTETS_253 = `${'a'.repeat(49)}.`.repeat(5) + 'abc'

describe('a domain is read in both of its forms', () => {
  test.each([
    ['example.org', 'example.org', 'example.org'],
    ['EXAMPLE.Org', 'example.org', 'example.org'],
    ['localhost', 'localhost', 'localhost'],
    ['münchen.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['MÜNCHEN.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['XN--MNCHEN-3YA.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['faß.example', 'xn--fa-hia.example', 'faß.example'],
    ['例え.jp', 'xn--r8jz45g.jp', '例え.jp'],
    ['a-b.example', 'a-b.example', 'a-b.example'],
    ['ab--cd.example', 'ab--cd.example', 'ab--cd.example'],
    ['1und1.example', '1und1.example', '1und1.example'],
    [`${LABEL_63}.example`, `${LABEL_63}.example`, `${LABEL_63}.example`],
    [OCTETS_253, OCTETS_253, OCTETS_253],
  ])('%s', (text, ascii, unicode) => {
    expect(parseDomainName(text)).toEqual({ ok: true, value: { ascii, unicode } })
  })

  test('letters whose capitals are the folded form are taken too', () => {
    expect(parseDomainName('ᏣᎳᎩ.example')).toMatchObject({ ok: true })
    expect(parseDomainName('ꮳꮃꭹ.example')).toEqual(parseDomainName('ᏣᎳᎩ.example'))
  })
})

describe('what is no domain is refused with its reason', () => {
  test.each([
    ['nothing at all', '', 'empty'],
    ['a dot alone', '.', 'empty-label'],
    ['two dots in a row', 'a..b', 'empty-label'],
    ['a dot in front', '.example.org', 'empty-label'],
    ['the dot of the root', 'example.org.', 'empty-label'],
    ['a label of 64 letters', `a${LABEL_63}.example`, 'long-label'],
    ['a label that is too long only for the wire', `${'ü'.repeat(60)}.example`, 'long-label'],
    ['254 octets', `${OCTETS_253}d`, 'too-long'],
    ['a hyphen in front', '-a.example', 'hyphen'],
    ['a hyphen at the end of a label', 'a-.example', 'hyphen'],
    ['an underscore', 'a_b.example', 'bad-character'],
    ['a space', 'a b.example', 'bad-character'],
    ['a port', 'mail.example.org:993', 'bad-character'],
    ['a path', 'example.org/mail', 'bad-character'],
    ['a second at sign', 'a@b.example', 'bad-character'],
    ['a wildcard', '*.example.org', 'bad-character'],
    ['a line break', 'example.org\r\n', 'bad-character'],
    ['a NUL', 'example.org\0', 'bad-character'],
    ['a NUL in percent signs', 'example.org%00', 'bad-character'],
    ['a percent sign that codes nothing', '100%.example', 'bad-character'],
    ['an A-label that decodes to nothing', 'xn--.example', 'bad-character'],
    ['an A-label with broken punycode', 'xn--zzzz-.example', 'bad-character'],
    ['two writing directions in one label', 'אa.example', 'bad-character'],
    ['an invisible joiner between Latin letters', 'a\u200db.example', 'bad-character'],
  ])('%s', (_, text, reason) => {
    expect(parseDomainName(text)).toEqual({ ok: false, error: { reason } })
  })
})

describe('odd characters are shown with what they fold to, and never folded silently', () => {
  test.each([
    ['full-width letters', 'ｇｍａｉｌ.com', 'gmail.com'],
    ['full-width digits', '１２７.１', '127.1'],
    ['an ideographic full stop', 'gmail。com', 'gmail.com'],
    ['a soft hyphen', 'gm\u00adail.com', 'gmail.com'],
    ['a zero-width space', 'gm\u200bail.com', 'gmail.com'],
    ['a ligature', 'ﬁle.example', 'file.example'],
    ['a letter and its dots apart', 'mu\u0308nchen.example', 'münchen.example'],
    ['a percent-coded letter', 'gm%61il.com', 'gmail.com'],
    ['a percent-coded letter in capitals', '%67%4D%61il.com', 'gmail.com'],
    ['a percent-coded dot', 'gmail%2Ecom', 'gmail.com'],
  ])('%s', (_, text, suggestion) => {
    expect(parseDomainName(text)).toEqual({ ok: false, error: { reason: 'odd-characters', suggestion } })
  })
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 24 }),
    fc.string({ unit: 'binary', maxLength: 16 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          '1',
          '.',
          '-',
          '%',
          '6',
          '%2e',
          'xn--',
          'ü',
          'ß',
          '。',
          '\u00ad',
          'Ａ',
          'Ꭳ',
          '@',
        ),
      )
      .map((parts) => parts.join('')),
  )

  test('an accepted domain consists of letters, digits, hyphens and dots on the wire', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const domain = parseDomainName(text)
        expect(domain.ok ? domain.value.ascii : 'a').toMatch(/^[a-z0-9.-]+$/)
      }),
    )
  })

  test('both forms of an accepted domain are the same domain again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const domain = parseDomainName(text)
        if (!domain.ok) return
        expect(parseDomainName(domain.value.ascii)).toEqual(domain)
        expect(parseDomainName(domain.value.unicode)).toEqual(domain)
      }),
    )
  })

  test('a suggestion can be accepted as it stands', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const domain = parseDomainName(text)
        if (domain.ok || domain.error.reason !== 'odd-characters') return
        expect(parseDomainName(domain.error.suggestion)).toMatchObject({ ok: true })
      }),
      { numRuns: 1_000 },
    )
  })
})
