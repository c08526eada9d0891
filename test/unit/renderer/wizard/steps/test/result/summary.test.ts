import { describe, expect, test } from 'vitest'
import { newLane, type Lane } from '#renderer/wizard/machine/lanes.ts'
import {
  problemIn,
  provedSome,
  stoppedProtocols,
  summaryOf,
  type Problem,
  type Summary,
} from '#renderer/wizard/steps/test/result/summary.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { endedLane, failed, IMAP, passed, POP3, skipped, SMTP } from '../../../samples.ts'

const signedIn = endedLane(IMAP, {}, passed('certificate'), passed('login'))
const alsoSignedIn = endedLane(SMTP, {}, passed('certificate'), passed('login'))
const encrypted = endedLane(SMTP, { passwordSent: 'no' }, passed('certificate'), skipped('login'))
const warned = endedLane(POP3, { verdict: 'warning' }, passed('login'))
const refused = endedLane(SMTP, { verdict: 'failed', code: 'AUTH_REJECTED' }, failed('login'))
const notTried: Partial<EndpointResult> = { verdict: 'skipped', code: 'AUTH_REJECTED' }
const stopped = endedLane(
  POP3,
  { verdict: 'skipped', code: 'CANCELLED' },
  failed('connect', { kind: 'cancelled' }),
)

describe('how the test as a whole came out', () => {
  test.each<readonly [string, readonly Lane[], Summary]>([
    ['every service signed in', [signedIn, alsoSignedIn], 'works'],
    ['one with a warning', [signedIn, warned], 'works'],
    ['no service signed in', [encrypted], 'reachable'],
    ['one signed in, one only reached', [signedIn, encrypted], 'reachable'],
    ['one failed', [signedIn, refused], 'problem'],
    ['one was not tried because another was refused', [signedIn, endedLane(SMTP, notTried)], 'problem'],
    ['one was stopped', [signedIn, stopped], 'stopped'],
    ['one failed and one was stopped', [refused, stopped], 'stopped'],
    ['nothing was tested', [], 'problem'],
    ['nothing has ended', [newLane(IMAP)], 'problem'],
  ])('%s', (_, lanes, summary) => {
    expect(summaryOf(lanes)).toBe(summary)
  })
})

describe('what does not work yet', () => {
  const receivingFailed = endedLane(IMAP, { verdict: 'failed' }, failed('login'))
  const popFailed = endedLane(POP3, { verdict: 'failed' }, failed('connect'))

  test.each<readonly [string, readonly Lane[], Problem]>([
    ['receiving is proved, sending failed', [signedIn, refused], 'sending'],
    ['receiving failed, sending is proved', [receivingFailed, alsoSignedIn], 'receiving'],
    ['sending alone was tested', [refused], 'onlySending'],
    ['receiving alone was tested', [receivingFailed], 'onlyReceiving'],
    ['nothing works', [receivingFailed, refused], 'both'],
    ['sending was not tried after a refusal', [receivingFailed, endedLane(SMTP, notTried)], 'both'],
    ['IMAP works and POP3 does not', [signedIn, popFailed, alsoSignedIn], 'other'],
    ['sending was only reached, without a sign-in', [receivingFailed, encrypted], 'other'],
    ['nothing has ended', [newLane(IMAP), newLane(SMTP)], 'other'],
    ['nothing was tested', [], 'other'],
  ])('%s', (_, lanes, problem) => {
    expect(problemIn(lanes)).toBe(problem)
  })
})

describe('whether anything is worth saving', () => {
  test.each<readonly [string, readonly Lane[], boolean]>([
    ['every service signed in', [signedIn, alsoSignedIn], true],
    ['one of two signed in', [refused, signedIn], true],
    ['one was only reached', [encrypted], false],
    [
      'one failed after the sign-in',
      [endedLane(IMAP, { verdict: 'failed' }, passed('login'), failed('mailbox'))],
      false,
    ],
    ['one was refused', [refused], false],
    ['one was stopped', [stopped], false],
    ['nothing has ended', [newLane(IMAP)], false],
    ['nothing was tested', [], false],
  ])('%s: %s', (_, lanes, expected) => {
    expect(provedSome(lanes)).toBe(expected)
  })
})

test('the services that were stopped are known, so that they can go on', () => {
  expect(stoppedProtocols([signedIn, refused, stopped, newLane(IMAP)])).toEqual(['pop3'])
  expect(stoppedProtocols([signedIn])).toEqual([])
})
