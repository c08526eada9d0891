import { describe, expect, test } from 'vitest'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { sentIn } from '#shared/domain/evidence.ts'
import { STAGES } from '#shared/domain/stage.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import { codeWords, findingWords, passwordWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { ALL_FAULTS } from '../diagnosis/fault-samples.ts'
import {
  CERTIFICATE,
  openEndpoint,
  rejected,
  situation,
  smtpReply,
  type Parts,
} from '../diagnosis/situations.ts'
import { LANGUAGE_CODES } from './messages.ts'

const SURROUNDINGS: readonly Omit<Parts, 'fault'>[] = [
  { certificate: CERTIFICATE },
  { certificate: { ...CERTIFICATE, dnsNames: [], ipAddresses: [] }, credential: 'token' },
  {
    certificate: CERTIFICATE,
    provider: gmail,
    alternatives: [openEndpoint({ port: 143, security: 'starttls' })],
  },
  {
    certificate: CERTIFICATE,
    endpoint: { security: 'starttls' },
    alternatives: [openEndpoint({})],
    siblings: [openEndpoint({ port: 143 })],
  },
  { certificate: CERTIFICATE, proxy: 'proxy.example.org:3128' },
  { certificate: CERTIFICATE, endpoint: { host: 'imap-mail.outlook.com' } },
  { certificate: CERTIFICATE, endpoint: { host: 'smtp.tutanota.com' } },
  { certificate: CERTIFICATE, endpoint: { host: 'smtp.example.org' } },
]

const findings: readonly Finding[] = STAGES.flatMap((stage) =>
  SURROUNDINGS.flatMap((parts) => ALL_FAULTS.map((fault) => diagnose(situation({ ...parts, fault, stage })))),
)
const codes = [...new Set(findings.map(({ code }) => code))].toSorted()

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const { t } = createTranslator(language)

  test.each(codes)('%s can be put into words with the facts its rule gives', (code) => {
    for (const finding of findings.filter((other) => other.code === code)) {
      const { title, explanation, password } = findingWords(finding, t)
      const buttons = finding.actions.map((action) => actionWords(action, t))
      for (const words of [title, explanation, password, ...buttons])
        expect(words).toMatch(/^[^{}]*[^{}\s][^{}]*$/)
      expect(`${title} ${explanation}`).not.toMatch(/undefined|null|1970|Invalid/)
    }
  })
})

describe('a finding says whether the password left the computer', () => {
  const { t } = createTranslator('en')

  test.each([
    ['no', 'not sent'],
    ['yes', 'was sent'],
    ['unknown', 'may have reached'],
  ] as const)('%s', (passwordSent, words) => {
    const finding = diagnose(situation({ fault: rejected(smtpReply(535)), passwordSent }))
    expect(findingWords(finding, t).password).toContain(words)
    expect(passwordWords(passwordSent, { security: 'tls', host: 'a.example' }, t)).toContain(words)
  })

  test.each([
    ['password', 'tls', 'Your password was sent, encrypted, to a.example.'],
    ['password', 'starttls', 'Your password was sent, encrypted, to a.example.'],
    ['password', 'none', 'Your password was sent without encryption to a.example.'],
    ['token', 'tls', 'Your browser sign-in was sent, encrypted, to a.example.'],
    ['proof', 'tls', 'not the password itself'],
  ] as const)('a %s over %s', (sent, security, words) => {
    expect(passwordWords('yes', { sent, security, host: 'a.example' }, t)).toContain(words)
  })

  test.each([
    ['plain', {}, 'password'],
    ['scram-sha-256', {}, 'password'],
    ['scram-sha-256', { sentAs: 'proof' }, 'proof'],
    ['cram-md5', { sentAs: 'proof' }, 'proof'],
    ['xoauth2', {}, 'token'],
    ['oauthbearer', {}, 'token'],
  ] as const)('%s, with %o known of it, sends a %s', (method, trace, sent) => {
    const stage = { stage: 'login', status: 'ok', startedMs: 0, endedMs: 1, facts: { method } } as const
    const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const
    expect(sentIn({ endpoint, stages: [stage], ...trace })).toBe(sent)
  })
})

const certificate = {
  ...CERTIFICATE,
  validTo: '2026-10-03T12:00:00.000Z',
  validFrom: '2026-12-24T12:00:00.000Z',
}

const FILLED: readonly (readonly [string, Parts, string])[] = [
  [
    'an expired certificate',
    { fault: { kind: 'certificate', problems: ['expired'] }, certificate },
    'October 3, 2026',
  ],
  [
    'one from the future',
    { fault: { kind: 'certificate', problems: ['not-yet-valid'] }, certificate },
    'December 24, 2026',
  ],
  [
    'one for another name',
    { fault: { kind: 'certificate', problems: ['name-mismatch'] }, certificate },
    'for mail.example.net, a.example.net',
  ],
  [
    'one for no name',
    {
      fault: { kind: 'certificate', problems: ['name-mismatch'] },
      certificate: { ...certificate, dnsNames: [], ipAddresses: [] },
    },
    'names no server at all',
  ],
  [
    'STARTTLS hidden on the way',
    { fault: { kind: 'starttls-missing', offer: 'stripped' } },
    'its offer did not arrive',
  ],
  [
    'STARTTLS stripped away',
    { fault: { kind: 'starttls-missing', offer: 'none' } },
    'router or a virus scanner',
  ],
  [
    'a port that is closed',
    { fault: { kind: 'timeout', limitMs: 8_000 }, stage: 'connect' },
    'within 8 seconds',
  ],
  [
    'a password refused elsewhere',
    { fault: { kind: 'refused-elsewhere', host: 'imap.x.org' } },
    'imap.x.org has just refused',
  ],
]

describe('facts become words', () => {
  const { t } = createTranslator('en')
  const wordsFor = (parts: Parts) => {
    const { title, explanation } = findingWords(diagnose(situation(parts)), t)
    return `${title} | ${explanation}`
  }

  test.each(FILLED)('%s', (_, parts, words) => {
    expect(wordsFor(parts)).toContain(words)
  })

  test('a code that comes from no server has words too', () => {
    expect(codeWords('KEY_LOCKED', t, { store: 'macOS Keychain' }).title).toBe('The macOS Keychain is locked')
    expect(codeWords('ADDR_INVALID', t).explanation).toContain('name@example.org')
  })
})
