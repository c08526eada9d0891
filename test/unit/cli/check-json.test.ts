import { expect, test } from 'vitest'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { imapReply, pop3Reply, smtpReply, type ServerReply } from '#shared/domain/server-reply.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { checkJson } from '#cli/output/check-json.ts'

const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const

function refusedWith(reply: ServerReply): EndpointResult {
  const fault = { kind: 'rejected', reply } as const
  const stages = [{ stage: 'login', status: 'failed', startedMs: 0, endedMs: 1, facts: {}, fault }] as const
  return {
    endpoint,
    userName: 'anna',
    signIn: 'password',
    verdict: 'failed',
    code: 'AUTH_REJECTED',
    passwordSent: 'yes',
    evidence: { endpoint, passwordSent: 'yes', transcript: [], stages },
    alternatives: [],
    findings: [],
  }
}

test.each<readonly [ServerReply, unknown]>([
  [
    smtpReply(535, '5.7.8', 'no'),
    { code: 535, enhanced: '5.7.8', status: null, responseCode: null, text: 'no' },
  ],
  [
    imapReply('NO', 'AUTHENTICATIONFAILED', 'no'),
    { code: null, enhanced: null, status: 'NO', responseCode: 'AUTHENTICATIONFAILED', text: 'no' },
  ],
  [
    pop3Reply('-ERR', 'AUTH', 'no'),
    { code: null, enhanced: null, status: '-ERR', responseCode: 'AUTH', text: 'no' },
  ],
])('a reply has the same fields in JSON, whatever its protocol: %o', (reply, fields) => {
  const result = { address: 'anna@example.org', verdict: 'problem', endpoints: [refusedWith(reply)] } as const
  const printed = checkJson(result, createTranslator('en').t)
  expect(printed.endpoints[0]?.stages[0]?.facts).toEqual({ fault: { kind: 'rejected', reply: fields } })
})
