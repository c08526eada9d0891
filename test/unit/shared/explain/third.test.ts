import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { THIRD_BOUNCES } from './third-bounces.ts'
import { THIRD_DELIVERY } from './third-delivery.ts'
import { THIRD_HELD } from './third-held.ts'
import { THIRD_PROGRAMS } from './third-programs.ts'
import { THIRD_SIGN_INS } from './third-sign-ins.ts'

/** Written down from memory before the tables of replies were read; 229 of 271 were right at the first run. */
describe.each([
  ['servers about a message', THIRD_DELIVERY],
  ['servers at a sign-in', THIRD_SIGN_INS],
  ['programs', THIRD_PROGRAMS],
  ['bounces', THIRD_BOUNCES],
  ['all of them, heard later,', THIRD_HELD],
] as const)('what %s say', (_, cases) => {
  test.each(cases)('%s is %s', async (text, codes) => {
    const { causes } = await explain({ text, octets: null })
    expect(codes).toContain(causes[0].code)
    expect(causes[0].actions.length).toBeGreaterThan(0)
  })
})

describe("a reply that came to a sign-in is about one's own account, whatever its number", () => {
  test.each([
    ["smtplib.SMTPAuthenticationError: (550, b'5.7.1 account suspended')", 'AUTH_SUSPENDED'],
    ['AUTH PLAIN\n550 5.7.1 account suspended', 'AUTH_SUSPENDED'],
    ['Error: Invalid login: 550 5.7.1 Your account has been suspended', 'AUTH_SUSPENDED'],
    [
      'msmtp: authentication failed (method PLAIN)\nmsmtp: server message: 550 account disabled',
      'AUTH_SUSPENDED',
    ],
    ['Error: Invalid login: 530 5.7.1 Authentication required', 'AUTH_REQUIRED'],
    ['503 5.5.1 Sender must authenticate first', 'AUTH_REQUIRED'],
    ['503 5.5.1 Error: authentication not enabled', 'AUTH_NONE_USABLE'],
  ])('%s is %s', async (text, code) => {
    const { causes } = await explain({ text, octets: null })
    expect(causes[0].code).toBe(code)
  })

  test.each([
    ['550 5.7.1 <anna@example.org> account suspended', 'SEND_RECIPIENT_DISABLED'],
    ['550 5.7.1 Rejected: could not authenticate the sender, SPF failed', 'SEND_UNAUTHENTICATED'],
    ['550 NO SUCH USER HERE', 'SEND_RECIPIENT_UNKNOWN'],
    ['NO SUCH USER HERE', 'SEND_RECIPIENT_UNKNOWN'],
  ])('%s is not', async (text, code) => {
    const { causes } = await explain({ text, octets: null })
    expect(causes[0].code).toBe(code)
  })
})

test('a sentence that names no cause has the live test as its first step', async () => {
  for (const text of [
    'Unable to send mail',
    'Send/Receive Failure',
    'Cannot connect to server',
    'None of the authentication methods supported by this client are supported by your server.',
  ]) {
    const { causes } = await explain({ text, octets: null })
    expect([text, causes[0].actions[0]?.kind]).toEqual([text, 'test-live'])
  }
})
