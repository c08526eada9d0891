import { describe, expect, test } from 'vitest'
import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import { resembledDomain } from '#shared/catalogue/lookalikes.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'

function doubt(text: string) {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error(`${text}: ${address.error.reason}`)
  return doubtAbout(address.value)
}

describe('72: a domain in other letters that looks like a known one', () => {
  test.each([
    ['Cyrillic a', 'gm\u0430il.com', 'gmail.com'],
    ['Cyrillic o, twice', 'yah\u043e\u043e.com', 'yahoo.com'],
    ['Cyrillic e', 'w\u0435b.de', 'web.de'],
    ['Cyrillic all through', '\u0430\u043e\u04cf.com', 'aol.com'],
    ['Greek omicron', 'h\u03bftmail.com', 'hotmail.com'],
    ['a dotless i', 'gma\u0131l.com', 'gmail.com'],
    ['a mark on a letter', 'gm\u00e1il.com', 'gmail.com'],
    ['an A-label', 'xn--gmil-63d.com', 'gmail.com'],
    ['below a wildcard', 'contoso.onmicr\u043esoft.com', 'contoso.onmicrosoft.com'],
  ])('%s', (_, domain, resembles) => {
    expect(doubt(`anna@${domain}`)).toEqual({
      kind: 'lookalike',
      suggestion: `anna@${resembles}`,
      resembles,
    })
  })

  test.each(['münchen.example', 'почта.рф', 'пример.рф', 'παράδειγμα.gr', 'bücher.de', 'example.org'])(
    '%s looks like no known domain',
    (domain) => {
      expect(resembledDomain(domain)).toBeNull()
    },
  )

  test('no domain of the catalogue looks like another', () => {
    const domains = PROVIDERS.flatMap((provider) => provider.domains)
    expect(domains.filter((domain) => resembledDomain(domain) !== null)).toEqual([])
  })
})

describe('of two doubts the graver one is asked', () => {
  test.each([
    ['a slip', 'anna@gmial.com', { kind: 'typo', suggestion: 'anna@gmail.com' }],
    ['71: letters that not every server knows', 'jürgen@example.org', { kind: 'international' }],
    ['a slip before those letters', 'jürgen@gmial.com', { kind: 'typo', suggestion: 'jürgen@gmail.com' }],
    [
      'a lookalike before those letters',
      'jürgen@gm\u0430il.com',
      { kind: 'lookalike', suggestion: 'jürgen@gmail.com', resembles: 'gmail.com' },
    ],
    ['70: an ordinary U-label', 'anna@münchen.example', null],
    ['an ordinary address', 'anna@gmail.com', null],
    ['73: an address literal', 'anna@[10.0.0.1]', null],
    ['73: a single label', 'anna@intranet', null],
  ])('%s', (_, text, expected) => {
    expect(doubt(text)).toEqual(expected)
  })
})
