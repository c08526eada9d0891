import { describe, expect, test } from 'vitest'
import { SPOKEN_CODES } from '#shared/diagnosis/dialects/counsel.ts'
import { COUNSEL } from '#shared/diagnosis/dialects/counsel.ts'
import { RULES } from '#shared/diagnosis/rules.ts'
import { parseEnhancedStatus, STATUS_DETAILS } from '#shared/explain/enhanced-status.ts'
import { explain } from '#shared/explain/explain.ts'
import { PROGRAM_COUNSEL } from '#shared/explain/programs/program-error.ts'
import { PASTED_COUNSEL } from '#shared/explain/pasted-counsel.ts'
import { adviceWords, causeWords, statusWords } from '#shared/i18n/explanation-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { LANGUAGE_CODES } from '../i18n/messages.ts'
import { ALL_TEXTS } from './all-texts.ts'
import { BOUNCES } from './bounces.ts'
import { PROGRAM_ERROR_TEXTS } from './program-error-texts.ts'

const ADDED = [
  ...SPOKEN_CODES,
  'AUTH_SMTP_DISABLED_TENANT',
  'AUTH_SMTP_DISABLED_MAILBOX',
  'AUTH_SECURITY_DEFAULTS',
  'AUTH_CONDITIONAL_ACCESS',
] as const
const REACHED = [...ALL_TEXTS.map(([, code]) => code), ...BOUNCES.map(({ code }) => code)]

describe('a cause that words tell apart', () => {
  test.each(ADDED)('%s has a rule', (code) => {
    expect(RULES.filter((rule) => rule.code === code)).toHaveLength(1)
  })

  test.each([...SPOKEN_CODES, 'REPLY_BY_STATUS'] as const)(
    '%s stands in the tables twice at least',
    (code) => {
      expect(REACHED.filter((reached) => reached === code).length).toBeGreaterThanOrEqual(2)
    },
  )

  test.each(Object.keys(PROGRAM_COUNSEL))('%s is among what mail programs say', (code) => {
    expect(PROGRAM_ERROR_TEXTS.map(([, means]) => means)).toContain(code)
  })

  test.each(SPOKEN_CODES)('%s has advice for a check and for a pasted text', (code) => {
    expect(COUNSEL[code].actions.length).toBeGreaterThan(0)
    expect(PASTED_COUNSEL[code].actions.length).toBeGreaterThan(0)
  })
})

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const { t } = createTranslator(language)

  test('every text above can be explained in whole words', async () => {
    for (const text of [...ALL_TEXTS.map(([words]) => words), ...BOUNCES.map(({ text: words }) => words)]) {
      const { causes } = await explain({ text, octets: null })
      for (const cause of causes) {
        const { title, explanation } = causeWords(cause, t)
        for (const words of [title, explanation, ...cause.actions.map((advice) => adviceWords(advice, t))])
          expect(words).toMatch(/^[^{}]*[^{}\s][^{}]*$/)
        expect(`${title} ${explanation}`).not.toMatch(/undefined|null| {2}|^\s/)
      }
    }
  })

  test.each(STATUS_DETAILS)('the number x.%s has words', (detail) => {
    expect(statusWords(`5.${detail}`, t)).toMatch(/\.$/)
  })

  test('a number that is not in the registry has none', () => {
    expect(statusWords('5.9.9', t)).toBeNull()
    expect(statusWords(null, t)).toBeNull()
  })
})

describe('a number is taken apart', () => {
  test.each([
    ['5.7.26', { class: '5', subject: '7', detail: '7.26' }],
    ['4.2.2', { class: '4', subject: '2', detail: '2.2' }],
    ['5.7.515', { class: '5', subject: '7', detail: null }],
    ['5.8.0', null],
    ['3.1.1', null],
    ['5.1', null],
    ['', null],
  ])('%s', (code, expected) => {
    expect(parseEnhancedStatus(code)).toEqual(expected)
  })
})
