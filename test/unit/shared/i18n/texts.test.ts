import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CODES } from '#shared/finding/codes.ts'
import { TEXTS } from '#shared/i18n/texts.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { KEYS, LANGUAGE_CODES, placesOf, sampleValues } from './messages.ts'

const LOCALES = new URL('../../../../assets/locales/', import.meta.url)

/** Texts that are empty on purpose: a live region that has nothing to say yet. */
const SILENT = new Set(['message.copied.no'])

describe.each(LANGUAGE_CODES)('the language "%s"', (language) => {
  const texts = TEXTS[language]
  const { t } = createTranslator(language)

  test('has the keys of the English file and no others', () => {
    expect(Object.keys(texts).toSorted()).toEqual(KEYS.toSorted())
  })

  test('gives no key twice', () => {
    const file = readFileSync(new URL(`${language}.json`, LOCALES), 'utf8')
    const keys = [...file.matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect(keys.length).toBe(Object.keys(texts).length)
  })

  test('has a title and a text for every code', () => {
    const missing = CODES.filter((code) =>
      [`code.${code}.title`, `code.${code}.text`].some((key) => !Object.hasOwn(texts, key)),
    )
    expect(missing).toEqual([])
  })

  test('has texts for codes that exist and for no others', () => {
    const named = Object.keys(texts).flatMap((key) => /^code\.(.+)\.(?:title|text)$/.exec(key)?.[1] ?? [])
    expect(named.filter((code) => !CODES.some((known) => known === code))).toEqual([])
  })

  test('fills the same places as English, with the same choices', () => {
    for (const key of KEYS)
      expect([key, placesOf(texts[key], language)]).toEqual([key, placesOf(TEXTS.en[key], 'en')])
  })

  test.each(KEYS)('%s gives whole words whatever is filled in', (key) => {
    for (const values of sampleValues(texts[key], language)) {
      const words = t(key, values)
      expect(words).not.toMatch(/[{}]|undefined|\bnull\b|NaN|Invalid|\s$|^\s| {2}/)
      expect(words === '').toBe(SILENT.has(key))
    }
  })
})

test('the tool above sees what it should', () => {
  const message =
    '{count, plural, one {# port} other {# ports}} of {host}{who, select, me {} other {, {who}}}'
  expect(placesOf(message, 'en')).toEqual([
    { name: 'count', kind: 'plural', options: ['one', 'other'] },
    { name: 'host', kind: 'text', options: [] },
    { name: 'who', kind: 'choice', options: ['me', 'other'] },
    { name: 'who', kind: 'text', options: [] },
  ])
  expect(sampleValues(message, 'en').length).toBe(8)
})
