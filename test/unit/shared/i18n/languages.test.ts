import { describe, expect, test } from 'vitest'
import { isLanguage, pickLanguage } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

describe('the best language for what a person prefers', () => {
  test.each([
    [['de'], 'de'],
    [['de-AT'], 'de'],
    [['de_DE.UTF-8'], 'de'],
    [['de@euro'], 'de'],
    [['DE'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['fr', 'de-CH', 'en'], 'de'],
    [['fr'], 'en'],
    [['C'], 'en'],
    [['C.UTF-8'], 'en'],
    [['POSIX'], 'en'],
    [[''], 'en'],
    [[], 'en'],
    [['deutsch'], 'en'],
    [['constructor', '__proto__', 'toString'], 'en'],
  ] as const)('%j: %s', (preferred, language) => {
    expect(pickLanguage(preferred)).toBe(language)
  })

  test.each([
    ['en', true],
    ['de', true],
    ['fr', false],
    ['EN', false],
    ['', false],
    ['constructor', false],
  ])('%j is one of ours: %s', (code, expected) => {
    expect(isLanguage(code)).toBe(expected)
  })
})

describe('texts are filled in the way of the language', () => {
  const date = new Date('2026-10-03T12:00:00Z')

  test.each([
    ['en', 'Test again in a minute', 'Test again in 15 minutes', 'October 3, 2026', '1,234 ms'],
    ['de', 'In einer Minute', 'In 15 Minuten', '3. Oktober 2026', '1.234 ms'],
  ] as const)('%s', (language, one, many, day, duration) => {
    const { t, language: own } = createTranslator(language)
    expect(own).toBe(language)
    expect(t('action.wait', { minutes: 1 })).toContain(one)
    expect(t('action.wait', { minutes: 15 })).toContain(many)
    expect(t('code.TLS_EXPIRED.text', { validTo: date })).toContain(day)
    expect(t('duration.ms', { ms: 1_234 })).toBe(duration)
  })

  test('markup in what a server says stays text', () => {
    const { t } = createTranslator('en')
    expect(t('code.NET_DNS_NONE.title', { host: '<b>{x}</b>' })).toBe('There is no server called <b>{x}</b>')
  })

  test('a value that is missing is a bug and not a blank', () => {
    expect(() => createTranslator('en').t('code.NET_DNS_NONE.title')).toThrow(/host/)
  })
})
