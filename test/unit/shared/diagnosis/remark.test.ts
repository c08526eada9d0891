import { describe, expect, test } from 'vitest'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { remarksOn, type RemarkContext } from '#shared/diagnosis/remark.ts'
import type { Evidence } from '#shared/domain/evidence.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { CERTIFICATE, rejected, situation, smtpReply } from './situations.ts'

const SMTP = { protocol: 'smtp', host: 'smtp.office365.com', port: 587, security: 'starttls' } as const
const IMAP = { protocol: 'imap', host: 'outlook.office365.com', port: 993, security: 'tls' } as const
const at = { startedMs: 0, endedMs: 1 }
const LOGIN: StageRecord = { ...at, stage: 'login', status: 'ok', facts: { method: 'login' } }
const CONTEXT: RemarkContext = { provider: microsoft365, date: '2026-11-20', credential: 'password' }

function proved(change: Partial<Evidence> = {}): Evidence {
  return { endpoint: SMTP, stages: [LOGIN], transcript: [], passwordSent: 'yes', ...change }
}

const codes = (evidence: Evidence, change: Partial<RemarkContext> = {}) =>
  remarksOn(evidence, { ...CONTEXT, ...change }).map(({ code }) => code)

describe('a password that works today and has a last day', () => {
  test.each([
    ['2025-12-31', []],
    ['2026-11-20', ['AUTH_ENDS_SOON']],
    ['2026-12-31', ['AUTH_ENDS_SOON']],
    ['2027-01-01', ['AUTH_ENDS_SOON']],
    ['2030-01-01', ['AUTH_ENDS_SOON']],
    ['', []],
  ])('on "%s": %j', (date, expected) => {
    expect(codes(proved(), { date })).toEqual(expected)
  })

  test.each([
    ['signed in with a token', proved(), { credential: 'token' }],
    ['of an unknown provider', proved(), { provider: null }],
    ['that was not shown', proved({ stages: [] }), {}],
    ['at a server of another provider', proved({ endpoint: { ...SMTP, host: 'relay.example.org' } }), {}],
  ] as const)('is not remarked upon where it is one %s', (_, evidence, change) => {
    expect(codes(evidence, change)).toEqual([])
  })

  test('is remarked upon beside a scanner that reads along', () => {
    const certificate = { ...CERTIFICATE, issuer: 'Avast Web/Mail Shield Root' }
    const seen: StageRecord = { ...at, stage: 'certificate', status: 'ok', facts: { certificate } }
    expect(codes(proved({ stages: [seen, LOGIN] }))).toEqual(['TLS_INTERCEPTED', 'AUTH_ENDS_SOON'])
  })
})

describe('the day is written as the reader writes it', () => {
  const [remark] = remarksOn(proved(), CONTEXT)

  test.each([
    ['en', 'January 1, 2027'],
    ['de', '1. Januar 2027'],
  ] as const)('in %s: %s', (language, day) => {
    const { t } = createTranslator(language)
    expect(remark === undefined ? '' : findingWords(remark, t).title).toContain(day)
  })

  test.each([
    ['2026-12-31', 'Password sign-in ends on January 1, 2027', 'can keep it on for a while'],
    [
      '2027-01-01',
      'Password sign-in is being ended',
      'since January 1, 2027; an administrator has kept it on',
    ],
  ])('a password that is accepted on %s: %s', (date, title, text) => {
    const [found] = remarksOn(proved(), { ...CONTEXT, date })
    const words = found === undefined ? null : findingWords(found, createTranslator('en').t)
    expect(words?.title).toBe(title)
    expect(words?.explanation).toContain(text)
  })

  test.each([
    ['2026-12-31', microsoft365, SMTP, ''],
    ['2027-01-01', microsoft365, SMTP, 'off since January 1, 2027, except where an administrator'],
    ['2031-05-05', microsoft365, SMTP, 'off since January 1, 2027, except where an administrator'],
    ['2026-11-27', microsoft365, IMAP, 'Password sign-in ended on January 1, 2023.'],
    ['2026-11-27', outlook, SMTP, 'Password sign-in ended on September 16, 2024.'],
  ] as const)('after it, the refusal says since when (%s, $id)', (date, provider, endpoint, since) => {
    const finding = diagnose(
      situation({
        fault: rejected(smtpReply(535, '5.7.139', 'basic authentication is disabled.')),
        endpoint,
        provider,
        date,
      }),
    )
    const { explanation } = findingWords(finding, createTranslator('en').t)
    expect(finding.code).toBe('AUTH_BASIC_DISABLED')
    expect(explanation).toContain(since)
    expect(/January|September/.test(explanation)).toBe(since !== '')
  })
})
