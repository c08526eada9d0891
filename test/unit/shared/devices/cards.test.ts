import { describe, expect, test } from 'vitest'
import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import { DEVICE_KINDS, PANEL_CAUSES } from '#shared/devices/device-card.ts'
import { certaintyWords, deviceSections } from '#shared/i18n/device-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'

const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[]

test('there are at least forty cards, of every kind', () => {
  expect(DEVICE_CARDS.length).toBeGreaterThanOrEqual(40)
  const kinds = new Set(DEVICE_CARDS.map(({ kind }) => kind))
  expect(DEVICE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('a name is that of one card, and can be typed', () => {
  const ids = DEVICE_CARDS.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([])
})

describe.each(DEVICE_CARDS.map((card) => [card.id, card] as const))('the card of %s', (_, card) => {
  test('names maker and family, and either its menu or fields or codes', () => {
    expect(card.maker).not.toBe('')
    expect(card.family).not.toBe('')
    const labels = Object.values(card.fields).filter((label) => label !== null)
    const isOfUse = card.menu !== 'unknown' || labels.length > 0 || card.errors.length > 0
    expect(isOfUse).toBe(true)
    for (const text of [...(card.menu === 'unknown' ? [] : card.menu), ...labels])
      expect(text).toMatch(/^\S(.*\S)?$/)
    if (card.menu !== 'unknown') expect(card.menu.length).toBeGreaterThan(0)
  })

  test('has each code of its panel once', () => {
    const codes = card.errors.map(({ code }) => code)
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
  })

  test('is documented only by a document with a day, and no code is surer than the document', () => {
    if (card.certainty === 'documented') expect(card.source).not.toBeNull()
    if (card.source !== null) {
      expect(card.source.name).not.toBe('')
      expect(card.source.date).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
    if (card.source === null)
      expect(card.errors.filter(({ certainty }) => certainty === 'documented')).toEqual([])
  })

  test.each(LANGUAGE_CODES)('says everything in "%s", its menu in its own words', (language) => {
    const { t } = createTranslator(language)
    const sections = deviceSections(card, t)
    for (const { title, lines } of sections) {
      expect(title).not.toBe('')
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line).not.toMatch(/[{}]|undefined/)
    }
    if (card.menu !== 'unknown') expect(sections[0]?.lines).toEqual([card.menu.join(' > ')])
    const words = sections.flatMap(({ lines }) => lines).join('\n')
    for (const label of Object.values(card.fields)) if (label !== null) expect(words).toContain(label)
    for (const { code } of card.errors) expect(words).toContain(code)
    expect(certaintyWords(card, t)).not.toBe('')
  })
})

test('every meaning of a code stands on a card, and differs from the others', () => {
  const used = new Set(DEVICE_CARDS.flatMap(({ errors }) => errors.map(({ cause }) => cause)))
  expect(PANEL_CAUSES.filter((cause) => !used.has(cause))).toEqual([])
  for (const language of LANGUAGE_CODES) {
    const { t } = createTranslator(language)
    expect(new Set(PANEL_CAUSES.map((cause) => t(`device.cause.${cause}`))).size).toBe(PANEL_CAUSES.length)
  }
})

test('a card that is second-hand says so, whatever was read', () => {
  const { t } = createTranslator('en')
  for (const card of DEVICE_CARDS.filter(({ certainty }) => certainty === 'second-hand'))
    expect(certaintyWords(card, t)).toMatch(/^Second-hand/)
})
