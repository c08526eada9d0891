import { describe, expect, test } from 'vitest'
import { REPLY_CODES, type ReplyCode } from '#shared/replies/reply-code.ts'
import { RULES } from '#shared/diagnosis/rules.ts'
import { parseEnhancedStatus, STATUS_DETAILS } from '#shared/replies/enhanced-status.ts'
import { explain } from '#shared/explain/explain.ts'
import { PROGRAM_COUNSEL } from '#shared/explain/programs/program-error.ts'
import { adviceWords, causeWords, numberWords, statusWords } from '#shared/i18n/explanation-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { LANGUAGE_CODES } from '../i18n/messages.ts'
import { ALL_TEXTS } from './all-texts.ts'
import { BOUNCES } from './bounces.ts'
import { PROGRAM_ERROR_TEXTS } from './program-error-texts.ts'

const REACHED = [...ALL_TEXTS.map(([, code]) => code), ...BOUNCES.map(({ code }) => code)]

/** Only a live test knows at which step it was said. */
const NEVER_PASTED: ReadonlySet<ReplyCode> = new Set<ReplyCode>(['SERVER_REJECTED'])

describe('a cause that words tell apart', () => {
  test.each(REPLY_CODES)('%s has a rule', (code) => {
    expect(RULES.filter((rule) => rule.code === code)).toHaveLength(1)
  })

  test.each(REPLY_CODES.filter((code) => !NEVER_PASTED.has(code)))(
    '%s stands in the tables twice at least',
    (code) => {
      expect(REACHED.filter((reached) => reached === code).length).toBeGreaterThanOrEqual(2)
    },
  )

  test.each(Object.keys(PROGRAM_COUNSEL))('%s is among what mail programs say', (code) => {
    expect(PROGRAM_ERROR_TEXTS.map(([, means]) => means)).toContain(code)
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

describe('a number is not explained against its own title', () => {
  const { t } = createTranslator('en')
  test.each([
    ['552 5.2.2 Mailbox over quota', '552 5.2.2 (The mailbox is full.)'],
    ['535 5.7.8 Username and Password not accepted', '535 5.7.8 (User name or password is wrong.)'],
    ['534 5.7.9 Application-specific password required', '534 5.7.9'],
    ['550 5.7.1 User unknown', '550 5.7.1'],
    ['552 5.2.3 Mailbox is full / Blocks limit exceeded', '552 5.2.3'],
  ])('%s', async (text, number) => {
    expect(numberWords(await explain({ text, octets: null }), t)).toBe(number)
  })
})
