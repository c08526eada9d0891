import { describe, expect, test } from 'vitest'
import { bearingOnPassword, meaningOf, refusesMechanism, refusesPassword } from '#shared/replies/meaning.ts'
import { isTemporary } from '#shared/replies/temporary.ts'
import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
import { imapReply, popReply, smtpReply } from '../diagnosis/situations.ts'

type ReplyCase = readonly [reply: ServerReply, expected: boolean]

const written = (reply: ServerReply) => {
  const { code, enhanced, status, responseCode, text } = partsOf(reply)
  return [code ?? status, enhanced, responseCode && `[${responseCode}]`, text].filter(Boolean).join(' ')
}

const named = (cases: readonly ReplyCase[]) =>
  cases.map(([reply, expected]) => [written(reply), expected, reply] as const)

describe('the server may say something else in a minute', () => {
  test.each(
    named([
      [smtpReply(399), false],
      [smtpReply(400), true],
      [smtpReply(421), true],
      [smtpReply(454, '4.7.0'), true],
      [smtpReply(499), true],
      [smtpReply(500), false],
      [smtpReply(535, '5.7.8'), false],
      [imapReply('UNAVAILABLE'), true],
      [imapReply('INUSE'), true],
      [imapReply(null, '', 'BYE'), true],
      [imapReply('AUTHENTICATIONFAILED'), false],
      [imapReply(null, 'temporarily unavailable'), false],
      [popReply('SYS/TEMP'), true],
      [popReply('IN-USE'), true],
      [popReply('LOGIN-DELAY'), true],
      [popReply('SYS/PERM'), false],
      [popReply('AUTH'), false],
      [popReply(null), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(isTemporary(reply)).toBe(expected)
  })
})

const signingIn = (reply: ServerReply) => meaningOf(reply, { step: 'sign-in', credential: 'password' })

describe('too many attempts: trying again at once makes it worse', () => {
  test.each(
    named([
      [imapReply('LIMIT'), false],
      [imapReply('LIMIT', 'Too many login attempts'), true],
      [imapReply(null, 'Too many simultaneous connections'), false],
      [smtpReply(421, '4.7.0', 'TOO MANY bad auth attempts'), true],
      [smtpReply(535, '5.7.8', 'Too many login failures'), true],
      [popReply(null, 'too  many'), false],
      [smtpReply(454, '4.7.0'), false],
      [imapReply('LIMITS'), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(signingIn(reply) === 'AUTH_LOCKED').toBe(expected)
    expect(refusesPassword(reply) && expected).toBe(false)
  })
})

describe('user name and password were looked at and refused', () => {
  test.each(
    named([
      [smtpReply(535), true],
      [smtpReply(535, '5.7.8'), true],
      [smtpReply(535, '5.7.3'), true],
      [smtpReply(535, '5.7.9'), false],
      [smtpReply(535, '5.7.139'), false],
      [smtpReply(534, '5.7.9'), false],
      [smtpReply(454, '4.7.0'), false],
      [smtpReply(530, '5.7.0'), false],
      [imapReply('AUTHENTICATIONFAILED'), true],
      [imapReply(null), true],
      [imapReply('UNAVAILABLE'), false],
      [imapReply('LIMIT'), false],
      [imapReply('CONTACTADMIN'), false],
      [imapReply(null, '', 'BAD'), false],
      [imapReply(null, '', 'BYE'), false],
      [popReply('AUTH'), true],
      [popReply(null), true],
      [popReply('SYS/TEMP'), false],
      [popReply('IN-USE'), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(refusesPassword(reply)).toBe(expected)
  })
})

describe('the server wants a separately generated password', () => {
  test.each(
    named([
      [smtpReply(534, '5.7.9'), true],
      [imapReply('WEBALERT'), false],
      [smtpReply(535, '5.7.8', 'Application-specific password required'), true],
      [imapReply('ALERT', 'application specific password required'), true],
      [imapReply(null, 'Please use an App-Specific Password'), true],
      [popReply('AUTH', 'use an app password'), true],
      [popReply('AUTH', 'application password needed'), true],
      [imapReply(null, 'wrong password for this application'), false],
      [smtpReply(535, '5.7.8', 'Username and Password not accepted'), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(signingIn(reply) === 'AUTH_APP_PASSWORD').toBe(expected)
  })
})

describe('the mechanism was refused, and the password not looked at', () => {
  test.each(
    named([
      [smtpReply(504, '5.7.4'), true],
      [smtpReply(535, '5.7.8', 'Error: authentication failed: Invalid authentication mechanism'), true],
      [imapReply(null, 'Unsupported authentication mechanism.'), true],
      [popReply('AUTH', 'Unrecognized authentication type'), true],
      [smtpReply(535, '5.7.8', 'authentication failed'), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(refusesMechanism(reply)).toBe(expected)
    expect(refusesPassword(reply)).toBe(partsOf(reply).code === 535 && !expected)
  })
})

describe('what a refused sign-in leaves to the next mechanism', () => {
  test.each([
    [imapReply('AUTHENTICATIONFAILED'), 'final', 'mechanism'],
    [imapReply(null, 'bad protocol / cancel'), 'mechanism', 'mechanism'],
    [imapReply(null, 'mechanism too weak for this user'), 'mechanism', 'mechanism'],
    [imapReply('CANNOT'), 'mechanism', 'mechanism'],
    [imapReply(null, 'Unknown command', 'BAD'), 'mechanism', 'mechanism'],
    [imapReply('CONTACTADMIN'), 'final', 'final'],
    [imapReply('UNAVAILABLE'), 'final', 'final'],
    [imapReply('STARS'), 'final', 'mechanism'],
    [popReply('AUTH'), 'final', 'mechanism'],
    [popReply('SYS/TEMP'), 'final', 'final'],
    [smtpReply(535, '5.7.8'), 'final', 'mechanism'],
    [smtpReply(504, '5.7.4'), 'mechanism', 'mechanism'],
    [smtpReply(501, '5.5.4'), 'mechanism', 'mechanism'],
    [smtpReply(503), 'session', 'session'],
    [smtpReply(454, '4.7.0'), 'final', 'final'],
  ] as const)('%o: %s where the password was shown, %s where it was not', (reply, shown, notShown) => {
    expect(bearingOnPassword(reply, 'shown')).toBe(shown)
    expect(bearingOnPassword(reply, 'not-shown')).toBe(notShown)
  })
})

describe('a refusal of a token', () => {
  test.each([
    [smtpReply(535, '5.7.3', 'Authentication unsuccessful'), 'AUTH_TOKEN_REJECTED'],
    [imapReply('AUTHENTICATIONFAILED'), 'AUTH_TOKEN_REJECTED'],
    [imapReply('ALERT', 'something new'), 'AUTH_TOKEN_REJECTED'],
    [imapReply(null, 'User is authenticated but not connected.'), 'AUTH_TOKEN_OTHER_ACCOUNT'],
    [smtpReply(454, '4.7.0'), 'SERVER_BUSY'],
    [imapReply('CONTACTADMIN'), 'AUTH_SUSPENDED'],
  ] as const)('%o means %s', (reply, expected) => {
    expect(meaningOf(reply, { step: 'sign-in', credential: 'token' })).toBe(expected)
  })
})

describe('the step changes what a reply means', () => {
  test.each([
    [smtpReply(554, '5.7.1', 'blocked using zen.spamhaus.org'), 'greeting', 'SERVER_REJECTED'],
    [smtpReply(554, '5.7.1', 'blocked using zen.spamhaus.org'), 'sending', 'SEND_LISTED'],
    [smtpReply(550, '5.1.1', 'User unknown'), 'sending', 'SEND_RECIPIENT_UNKNOWN'],
    [smtpReply(535, '5.7.8', 'User unknown'), 'sign-in', 'AUTH_REJECTED'],
    [imapReply('OVERQUOTA'), 'mailbox', 'SEND_MAILBOX_FULL'],
    [imapReply(null, 'Mailbox does not exist'), 'mailbox', 'MAILBOX_BROKEN'],
    [smtpReply(503, '5.5.1', 'Error: need AUTH'), 'sending', 'AUTH_REQUIRED'],
    [smtpReply(503, '5.5.1', 'Bad sequence of commands'), 'sending', 'REPLY_BY_STATUS'],
    [smtpReply(503, null, 'Bad sequence of commands'), 'sign-in', 'REPLY_UNKNOWN'],
    [smtpReply(504, null, 'Command parameter not implemented'), 'sending', 'REPLY_UNKNOWN'],
    [smtpReply(550, '5.3.2', 'not this week'), 'sending', 'REPLY_BY_STATUS'],
    [smtpReply(550, null, 'not this week'), 'sending', 'REPLY_UNKNOWN'],
  ] as const)('%o at %s means %s', (reply, step, expected) => {
    expect(meaningOf(reply, { step, credential: 'password' })).toBe(expected)
  })
})

describe('words with which a sign-in is refused without a code of their own', () => {
  test.each([
    ['Cyrus, whose saslauthd does not run', imapReply(null, 'generic failure'), 'SERVER_BUSY'],
    ['the same in POP3', popReply('AUTH', 'authenticating: generic failure'), 'SERVER_BUSY'],
    ['Cyrus, with an account that is denied', imapReply(null, 'authorization failure'), 'AUTH_NOT_PERMITTED'],
    ['the same in POP3', popReply('AUTH', 'authenticating: authorization failure'), 'AUTH_NOT_PERMITTED'],
    ['Cyrus, with a wrong password', imapReply(null, 'authentication failure'), 'AUTH_REJECTED'],
    [
      'Courier, whose authdaemond does not run',
      popReply(null, 'Temporary problem, please try again later'),
      'SERVER_BUSY',
    ],
    ['Courier, with a wrong password', popReply(null, 'Authentication failed.'), 'AUTH_REJECTED'],
    [
      'Courier, with an account without IMAP',
      imapReply(null, 'IMAP access disabled for this account.', 'BYE'),
      'AUTH_PROTOCOL_DISABLED',
    ],
  ] as const)('%s', (_, reply, code) => {
    expect(signingIn(reply)).toBe(code)
  })
})
