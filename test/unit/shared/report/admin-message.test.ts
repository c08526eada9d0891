import { describe, expect, test } from 'vitest'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { adminMessage } from '#shared/report/admin-message.ts'
import { rejected, situation, smtpReply } from '../diagnosis/situations.ts'

const { t } = createTranslator('en')
const given = situation({
  fault: rejected(smtpReply(535, '5.7.8', 'account is in maintenance')),
  endpoint: { protocol: 'smtp', host: '2001:db8::1', port: 465 },
  passwordSent: 'yes',
})
const finding = diagnose(given)

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
}

describe('the message to the administrator of the server', () => {
  const message = adminMessage(result, finding, 'anna@example.org', t)
  const lines = message.split('\n')

  test.each([
    'setting up the mail account anna@example.org does not work.',
    'Server: SMTP [2001:db8::1]:465:tls',
    'User name: anna.berg',
    'Stage: sign-in',
    'The server replied: account is in maintenance',
    'Code: AUTH_REJECTED',
  ])('has the line "%s"', (line) => {
    expect(lines).toContain(line)
  })

  test('explains the problem in words', () => {
    expect(message).toContain('User name or password is wrong. 2001:db8::1 does not accept them.')
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
    expect(names).toEqual(['Server', 'User name', 'Stage', 'The server replied', 'Code'])
  })
})

test('a server that said nothing is not quoted', () => {
  const silent = diagnose(situation({ fault: { kind: 'garbage' } }))
  expect(adminMessage(result, silent, 'anna@example.org', t)).not.toContain('The server replied')
})

test('the message is written in the language of the reader', () => {
  const german = adminMessage(result, finding, 'anna@example.org', createTranslator('de').t)
  expect(german).not.toMatch(/Hello|User name|Thank you/)
  expect(german).toContain('AUTH_REJECTED')
})

test('at a relay there is no user name to tell', () => {
  const message = adminMessage({ ...result, userName: '', signIn: 'none' }, finding, 'anna@example.org', t)
  expect(message).toContain('Without sign-in')
  expect(message).not.toContain('User name:')
})
