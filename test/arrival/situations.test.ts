import { describe, expect, test } from 'vitest'
import { CODES } from '#shared/finding/codes.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { askArrival, findingOn } from '../support/arrival/ask.ts'
import { DNS_CASES } from './dns-cases.ts'
import { MESSAGE_CASES } from './message-cases.ts'
import { SPF_CASES } from './spf-cases.ts'

const CASES = [...SPF_CASES, ...DNS_CASES, ...MESSAGE_CASES]
const TRANSLATORS = (Object.keys(LANGUAGES) as readonly Language[]).map(createTranslator)

describe.each(CASES)('$subject: $name', ({ subject, plan, code, turn, first, records, proof }) => {
  test(`is ${code}`, async () => {
    const finding = findingOn(await askArrival(plan), subject)
    expect([finding.code, finding.turn, finding.steps[0]]).toEqual([code, turn, first])
    const offered = finding.records.map((one) => `${one.change} ${one.name} ${one.type} ${one.value}`)
    if (records !== undefined) expect(offered).toEqual(records)
    if (proof !== undefined) expect(finding.proof).toBe(proof)
    for (const { t } of TRANSLATORS) {
      const { title, explanation, steps } = arrivalWords(finding, t)
      for (const words of [title, explanation, ...steps]) expect(words).toMatch(/^[^{}]*[^{}\s][^{}]*$/)
      expect(`${title} ${explanation}`).not.toMatch(/undefined|null|NaN/)
    }
  })
})

test('every code of arrival has a situation that shows it', () => {
  const shown = new Set(CASES.map(({ code }) => code))
  const silent = CODES.filter((code) => code.startsWith('ARRIVE_') && code !== 'ARRIVE_MISSING')
  expect(silent.filter((code) => !shown.has(code))).toEqual([])
})
