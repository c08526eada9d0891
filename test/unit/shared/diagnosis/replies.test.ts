import { describe, expect, test } from 'vitest'
import {
  asksForAppPassword,
  isDefiniteRejection,
  isLimit,
  isPasswordRefused,
  isTemporary,
} from '#shared/diagnosis/replies.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'
import { imapReply, popReply, rejected, situation, smtpReply } from './situations.ts'

type ReplyCase = readonly [reply: ServerReply, expected: boolean]

const written = ({ code, enhanced, status, responseCode, text }: ServerReply) =>
  [code ?? status, enhanced, responseCode && `[${responseCode}]`, text].filter(Boolean).join(' ')

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

describe('trying again at once makes it worse', () => {
  test.each(
    named([
      [imapReply('LIMIT'), true],
      [imapReply(null, 'Too many simultaneous connections'), true],
      [smtpReply(421, '4.7.0', 'TOO MANY bad auth attempts'), true],
      [popReply(null, 'too  many'), false],
      [smtpReply(454, '4.7.0'), false],
      [imapReply('LIMITS'), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(isLimit(reply)).toBe(expected)
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
    expect(isDefiniteRejection(reply)).toBe(expected)
  })
})

describe('the server wants a separately generated password', () => {
  test.each(
    named([
      [smtpReply(534, '5.7.9'), true],
      [imapReply('WEBALERT'), true],
      [smtpReply(535, '5.7.8', 'Application-specific password required'), true],
      [imapReply('ALERT', 'application specific password required'), true],
      [imapReply(null, 'Please use an App-Specific Password'), true],
      [popReply('AUTH', 'use an app password'), true],
      [popReply('AUTH', 'application password needed'), true],
      [imapReply(null, 'wrong password for this application'), false],
      [smtpReply(535, '5.7.8', 'Username and Password not accepted'), false],
    ]),
  )('%s: %s', (_, expected, reply) => {
    expect(asksForAppPassword(reply)).toBe(expected)
  })
})

describe('a password counts as refused', () => {
  test('when this server refused it', () => {
    expect(isPasswordRefused(situation({ fault: rejected(smtpReply(535)) }))).toBe(true)
  })

  test('when a sister service refused it', () => {
    expect(isPasswordRefused(situation({ fault: { kind: 'refused-elsewhere', host: 'a.example' } }))).toBe(
      true,
    )
  })

  test('but not when something else was refused', () => {
    expect(isPasswordRefused(situation({ fault: rejected(imapReply(null)), stage: 'mailbox' }))).toBe(false)
    expect(isPasswordRefused(situation({ fault: rejected(smtpReply(454)) }))).toBe(false)
    expect(isPasswordRefused(situation({ fault: { kind: 'garbage' } }))).toBe(false)
  })
})
