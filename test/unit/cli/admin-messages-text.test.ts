import { expect, test } from 'vitest'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { adminMessagesText } from '#cli/output/admin-messages-text.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { closedEndpoint, rejected, situation, smtpReply, type Parts } from '../shared/diagnosis/situations.ts'

const { t } = createTranslator('en')

function checked(parts: Partial<Parts>): CheckResult {
  const given = situation({
    fault: { kind: 'refused' },
    endpoint: { protocol: 'smtp', host: 'smtp.office365.com', port: 587, security: 'starttls' },
    passwordSent: 'yes',
    ...parts,
  })
  const finding = diagnose(given)
  const result: EndpointResult = {
    endpoint: given.evidence.endpoint,
    userName: 'anna@example.org',
    signIn: 'password',
    verdict: 'failed',
    code: finding.code,
    passwordSent: 'yes',
    evidence: given.evidence,
    alternatives: [],
    findings: [finding],
  }
  return { address: 'anna@example.org', verdict: 'problem', endpoints: [result] }
}

const refusing = (text: string) => checked({ fault: rejected(smtpReply(535, '5.7.139', text)) })

const TENANT = refusing('SmtpClientAuthentication is disabled for the Tenant.')
const REFUSED = refusing('The user credentials were incorrect.')
const BLOCKED = checked({
  fault: { kind: 'timeout', limitMs: 8_000 },
  stage: 'connect',
  addresses: [{ address: '192.0.2.7', family: 4 }],
  alternatives: [
    closedEndpoint({ host: 'smtp.office365.com', port: 25 }, 'greeting', {
      kind: 'disconnected',
      how: 'closed',
    }),
  ],
})
const COMMAND = "Set-CASMailbox -Identity 'anna@example.org' -SmtpClientAuthenticationDisabled $false"

test('the terminal prints the message to an admin who has a switch to turn', () => {
  const lines = adminMessagesText(TENANT, t)?.split('\n')
  expect(lines).toContain('A message for your administrator:')
  expect(lines).toContain(COMMAND)
})

test('the terminal prints the request for a port that a network has closed', () => {
  const lines = adminMessagesText(BLOCKED, t)?.split('\n')
  expect(lines).toContain('A request to your network administrator:')
  expect(lines).toContain('- TCP smtp.office365.com:587 (SMTP, starttls): 192.0.2.7 (not tried)')
})

test('and none where no finding has one', () => {
  expect(adminMessagesText(REFUSED, t)).toBeNull()
})

test('the JSON has the message with the finding, and null where no admin is asked', () => {
  expect(checkJson(TENANT, t).findings[0]?.message).toContain(COMMAND)
  expect(checkJson(REFUSED, t).findings[0]?.message).toBeNull()
})
