import { describe, expect, test } from 'vitest'
import { imapReply, popReply, smtpReply } from '../diagnosis/situations.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'
import { meaningOf, type ReplyStep } from '#shared/replies/meaning.ts'
import { busyWith, dislikes } from '#shared/replies/other-reasons.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'

const at = (step: ReplyStep, reply: ServerReply) => meaningOf(reply, { step, credential: 'password' })

/** The same word in a sentence that means it, and in one that does not. */
const PAIRS: readonly (readonly [code: ReplyCode, meant: string, notMeant: string])[] = [
  ['SERVER_BUSY', 'Too many open sessions', 'Login failed on this session'],
  ['SERVER_BUSY', 'Maildrop already locked', 'Invalid password; mailbox stays as it is'],
  ['SERVER_BUSY', 'LDAP server is down', 'LDAP: invalid credentials'],
  ['SERVER_BUSY', 'Try again later', 'Wrong password, try again'],
  ['SERVER_BUSY', 'Internal server error', 'Internal users must use their full user name'],
  ['SERVER_BUSY', 'Cannot connect to authentication back end', 'Invalid user for this back end'],
  ['AUTH_LOCKED', 'Too many failed logins', 'One failed login'],
  ['AUTH_LOCKED', 'Your IP address 192.0.2.1 is blocked', 'Bad password from IP address 192.0.2.1'],
  ['AUTH_LOCKED', 'Temporarily blocked', 'Password not accepted for 10 seconds ago changed account'],
  ['AUTH_EXPIRED', 'Your password has expired', 'Password incorrect'],
  ['AUTH_EXPIRED', 'You must change your password', 'Invalid password. Did you change it?'],
  ['AUTH_SUSPENDED', 'The account is disabled', 'Wrong password or the account is disabled'],
  ['AUTH_SUSPENDED', 'User is frozen', 'User unknown'],
  ['AUTH_PROTOCOL_DISABLED', 'IMAP access is disabled', 'IMAP login failed'],
  ['AUTH_PROTOCOL_DISABLED', 'User has no permission', 'User has no such password'],
  ['AUTH_PROTOCOL_DISABLED', 'You have no access rights to this service', 'Access denied, wrong password'],
  ['AUTH_APP_PASSWORD', 'Please enter your authorization code', 'The authorization code is wrong'],
  ['AUTH_WEB_LOGIN', 'Please log in via your web browser', 'Login of the web user failed'],
  ['AUTH_MECHANISM', 'This mechanism is not supported', 'Authentication failed by this mechanism'],
  ['AUTH_ENCRYPTION_REQUIRED', 'SSL is required', 'SSL user unknown'],
  ['MAILBOX_BROKEN', 'Fatal error: cannot open', 'Login refused, no fatal error'],
]

describe('at a sign-in without a number, the words tell', () => {
  test.each(PAIRS)('%s: "%s" and not "%s"', (code, meant, notMeant) => {
    for (const reply of [imapReply, popReply])
      expect([at('sign-in', reply(null, meant)), at('sign-in', reply(null, notMeant))]).toEqual([
        code,
        'AUTH_REJECTED',
      ])
    expect(at('sign-in', smtpReply(535, '5.7.8', meant))).toBe(code)
    expect(at('sign-in', smtpReply(535, '5.7.8', notMeant))).toBe('AUTH_REJECTED')
  })

  test.each(['the moon is full', 'please hold the line', 'E1234'])('"%s" tells nothing', (words) => {
    expect(at('sign-in', imapReply(null, words))).toBe('REPLY_UNKNOWN')
    expect(at('sign-in', popReply(null, words))).toBe('REPLY_UNKNOWN')
    // The registered number means credentials, whatever the words.
    expect(at('sign-in', smtpReply(535, '5.7.8', words))).toBe('AUTH_REJECTED')
    expect(at('sign-in', imapReply('AUTHENTICATIONFAILED', words))).toBe('AUTH_REJECTED')
  })
})

describe('503 and 504 are about signing in only where the words are', () => {
  test.each([
    ['sending', 503, 'Error: need AUTH', 'AUTH_REQUIRED'],
    ['sending', 503, 'Please log in first', 'AUTH_REQUIRED'],
    ['sending', 503, 'Bad sequence of commands', 'REPLY_UNKNOWN'],
    ['sending', 503, 'valid RCPT command must precede DATA', 'REPLY_UNKNOWN'],
    ['sign-in', 503, 'already authenticated', 'REPLY_UNKNOWN'],
    ['sending', 504, 'Command parameter not implemented', 'REPLY_UNKNOWN'],
    ['sign-in', 504, 'Command parameter not implemented', 'AUTH_MECHANISM'],
    ['sign-in', 503, 'Error: authentication not enabled', 'AUTH_NONE_USABLE'],
  ] as const)('%s: %i %s is %s', (step, code, words, expected) => {
    expect(at(step, smtpReply(code, null, words))).toBe(expected)
  })
})

test.each([
  ['Too many simultaneous connections', null, 'connections'],
  ['', 'LIMIT', 'connections'],
  ['Mailbox is locked by another session', null, 'mailbox'],
  ['', 'IN-USE', 'mailbox'],
  ['Unable to connect to the server behind', null, 'behind'],
  ['Connection lost to authentication server', null, 'behind'],
  ['Try again later', 'UNAVAILABLE', 'other'],
] as const)('a busy server that says "%s" [%s] is busy with: %s', (words, code, expected) => {
  expect(busyWith(words, code)).toBe(expected)
})

test.each([
  ['Invalid domain name in EHLO', 'name'],
  ['Access denied - Invalid HELO name', 'name'],
  ['Access denied - your network is not welcome', 'network'],
  ['Login attempt from blocked country', 'network'],
  ['', 'unknown'],
] as const)('a server that says "%s" dislikes the %s', (words, expected) => {
  expect(dislikes(smtpReply(501, null, words))).toBe(expected)
})
