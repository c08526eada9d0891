import { describe, expect, test } from 'vitest'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { STAGES } from '#shared/domain/stage.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { LANGUAGE_CODES } from '../i18n/messages.ts'
import { DELIVERY_CASES } from './delivery-cases.ts'
import { FALSE_NETWORK_CASES } from './false-network-cases.ts'
import { ALL_FAULTS } from './fault-samples.ts'
import { HOST_CASES } from './host-cases.ts'
import { MICROSOFT_CASES } from './microsoft-cases.ts'
import { NETWORK_CASES } from './network-cases.ts'
import { PROVIDER_CASES } from './provider-cases.ts'
import { PROXY_CASES } from './proxy-cases.ts'
import { ENCRYPTION_CASES } from './encryption-cases.ts'
import { SIGN_IN_CASES } from './sign-in-cases.ts'
import { situation } from './situations.ts'
import { SPOKEN_CASES } from './spoken-cases.ts'
import { SURROUNDINGS_CASES } from './surroundings-cases.ts'

const CASES = [
  DELIVERY_CASES,
  FALSE_NETWORK_CASES,
  HOST_CASES,
  MICROSOFT_CASES,
  NETWORK_CASES,
  PROVIDER_CASES,
  PROXY_CASES,
  ENCRYPTION_CASES,
  SIGN_IN_CASES,
  SPOKEN_CASES,
  SURROUNDINGS_CASES,
].flat()

/** Every fault, and every case with what was sent in it: a server may be anywhere when it fails. */
const findings: readonly Finding[] = [
  ...CASES.map(([, parts]) => diagnose(situation(parts))),
  ...STAGES.flatMap((stage) => ALL_FAULTS.map((fault) => diagnose(situation({ fault, stage })))),
]

/** Words that say of the password, or of everything, that it was sent, that it was not, or that we are in. */
const CLAIMS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /\b(password|nothing|anything|it|they)( \w+)? (was|were|has been|have been)( not| never)? (sent|given away|handed over)/i,
    /\b(let|lets) us in\b/i,
  ],
  de: [
    /\b(Passwort|nichts|es|beides)( \w+)? (wurde|ist|war)[^.]* (gesendet|preisgegeben|verraten)/i,
    /\b(wurde|ist|war)( \w+)? (nichts|das Passwort)[^.]* (gesendet|preisgegeben|verraten)/i,
    /\buns (hinein|ein)gelassen\b/i,
  ],
}

const claimIn = (text: string, language: Language) =>
  CLAIMS[language].map((claim) => claim.exec(text)?.[0]).find((found) => found !== undefined)

test.each([
  ['en', 'It let us in, but a server that really keeps your account would have proved itself.'],
  ['en', 'Your password itself was not given away.'],
  ['en', 'Trying it again could lock the account, so nothing was sent.'],
  ['de', 'Er hat uns eingelassen, aber ein Server hätte sich ausgewiesen.'],
  ['de', 'Das Passwort selbst wurde nicht preisgegeben.'],
  ['de', 'Ein weiterer Versuch könnte das Konto sperren, darum wurde nichts gesendet.'],
] as const)('in "%s", "%s" is a claim', (language, text) => {
  expect(claimIn(text, language)).toBeDefined()
})

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const { t } = createTranslator(language)

  test('whether the password was sent is said in one place only, which knows it', () => {
    const claims = findings.flatMap((finding) => {
      const { title, explanation } = findingWords(finding, t)
      const claim = claimIn(`${title} ${explanation}`, language)
      return claim === undefined ? [] : [`${finding.code}: ${claim}`]
    })
    expect([...new Set(claims)]).toEqual([])
  })
})
