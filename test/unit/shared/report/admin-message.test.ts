import { describe, expect, test } from 'vitest'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { adminMessage } from '#shared/report/admin-message.ts'
import { CERTIFICATE, rejected, situation, smtpReply } from '../diagnosis/situations.ts'

const { t } = createTranslator('en')
const given = situation({
  fault: rejected(smtpReply(535, '5.7.8', 'account is in maintenance')),
  endpoint: { protocol: 'smtp', host: '2001:db8::1', port: 465 },
  passwordSent: 'yes',
})
const finding = diagnose(given)

const toProvider = { address: 'anna@example.org', addressee: 'provider' } as const
const result: EndpointResult = {
  endpoint: given.evidence.endpoint,
  userName: 'anna.berg',
  signIn: 'password',
  verdict: 'failed',
  code: finding.code,
  passwordSent: 'yes',
  evidence: {
    ...given.evidence,
    transcript: [{ direction: 'sent', text: 'AUTH PLAIN cAnary', atMs: 1, encrypted: true }],
  },
  alternatives: [],
  findings: [finding],
  testedAt: '2026-11-27T14:03:09.120Z',
}

describe('the message to the administrator of the server', () => {
  const { subject, body: message } = adminMessage(result, finding, toProvider, t)
  const lines = message.split('\n')

  test.each([
    "a user of your service, anna@example.org, can't set up their account. A test from the user's computer found this:",
    'Server: 2001:db8::1',
    'Port: 465 (SMTP, SSL/TLS)',
    'User name: anna.berg',
    'Time: 2026-11-27 14:03:09 UTC',
    'Tested: DNS (passed), connection (passed), encryption (passed), greeting (passed), sign-in (failed)',
    'Stage: sign-in',
    'The server replied: account is in maintenance',
    'Code: AUTH_REJECTED',
  ])('has the line "%s"', (line) => {
    expect(lines).toContain(line)
  })

  test('names the problem, in the subject too, and leaves the advice for the user out', () => {
    expect(lines).toContain('User name or password is wrong.')
    expect(subject).toBe('SMTP 2001:db8::1, port 465: User name or password is wrong')
  })

  test('begins and ends politely', () => {
    expect(lines.at(0)).toBe('Hello,')
    expect(lines.at(-1)).toBe('Could you please look at this? Thank you.')
  })

  test('takes nothing from the server log', () => {
    expect(message).not.toMatch(/cAnary|AUTH PLAIN/)
  })

  test('has no line for a secret', () => {
    const names = lines.flatMap((line) => /^([^:]{1,20}): /.exec(line)?.[1] ?? [])
    expect(names).toEqual([
      'Server',
      'Port',
      'User name',
      'Time',
      'Tested',
      'Stage',
      'The server replied',
      'Code',
    ])
  })
})

test('a server that said nothing is not quoted', () => {
  const silent = diagnose(situation({ fault: { kind: 'garbage' } }))
  expect(adminMessage(result, silent, toProvider, t).body).not.toContain('The server replied')
})

test('the message is written in the language of the reader', () => {
  const german = adminMessage(result, finding, toProvider, createTranslator('de').t).body
  expect(german).not.toMatch(/Hello|User name|Thank you/)
  expect(german).toContain('AUTH_REJECTED')
})

test('at a relay there is no user name to tell', () => {
  const relay = { ...result, userName: '', signIn: 'none' } as const
  const message = adminMessage(relay, finding, toProvider, t).body
  expect(message).toContain('Without sign-in')
  expect(message).not.toContain('User name:')
})

test.each([
  ['provider', 'a user of your service'],
  ['admin', 'a user of your organisation'],
  ['network', 'a user of your network'],
] as const)('to the %s it speaks of "%s"', (addressee, words) => {
  expect(adminMessage(result, finding, { ...toProvider, addressee }, t).body).toContain(words)
})

test('a certificate that is at fault is described, with its days in UTC', () => {
  const given = situation({
    fault: { kind: 'certificate', problems: ['expired'] },
    stage: 'certificate',
    certificate: CERTIFICATE,
  })
  const expired = diagnose(given)
  const { evidence } = given
  const lines = adminMessage({ ...result, evidence }, expired, toProvider, t).body.split('\n')
  expect(lines).toContain('Issued by: Example Authority')
  expect(lines).toContain('Valid: 2026-12-24 00:00:00 UTC – 2026-10-03 00:00:00 UTC')
})
