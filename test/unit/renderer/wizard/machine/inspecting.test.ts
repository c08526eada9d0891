import { describe, expect, test } from 'vitest'
import type { AccountReview, InspectedProfile } from '#shared/programs/account-review.ts'
import { ok } from '#shared/outcome.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { againIn, hostsToSignIn, outcomeOf, type Inspecting } from '#renderer/wizard/machine/inspecting.ts'
import { endedLane, IMAP, passed, REVIEW, SMTP, SUBJECT } from '../samples.ts'

const WRONG: SettingFinding = {
  code: 'SET_PORT',
  severity: 'error',
  turn: 'you',
  field: 'port',
  protocol: 'imap',
  has: '1',
  should: '993',
  live: null,
}
const [PROVED, REACHED] = [passed('login'), passed('tls')].map((event) => endedLane(IMAP, {}, event).result)
const judged = (findings: readonly SettingFinding[], result: typeof PROVED): Inspecting => ({
  state: 'judged',
  review: REVIEW,
  lanes: [],
  results: result === null || result === undefined ? [] : [result],
  findings,
})

describe('how an account of a program stands', () => {
  test.each<readonly [string, Inspecting, ReturnType<typeof outcomeOf>]>([
    ['before anything is known', { state: 'looking-up' }, 'looking-up'],
    ['with nothing against it', { state: 'ready', review: REVIEW }, 'open'],
    ['with nothing to test', { state: 'ready', review: { ...REVIEW, tests: [] } }, 'sound'],
    ['with a wrong port', { state: 'ready', review: { ...REVIEW, findings: [WRONG] } }, 'wrong'],
    ['under its test', { state: 'testing', review: { ...REVIEW, findings: [WRONG] }, lanes: [] }, 'testing'],
    ['signed in to', judged([], PROVED), 'works'],
    ['signed in to, with something to know', judged([{ ...WRONG, severity: 'warning' }], PROVED), 'works'],
    ['only reached', judged([], REACHED), 'sound'],
    ['stopped before any end', judged([], null), 'sound'],
    ['with a cause', judged([WRONG], PROVED), 'wrong'],
  ])('%s', (_, inspecting, outcome) => {
    expect(outcomeOf(inspecting)).toBe(outcome)
  })
})

test('the button names the hosts that get the password, each once, and no other', () => {
  const sends = { endpoint: SMTP, userName: '', signIn: 'none' } as const
  const [first] = REVIEW.tests
  const tests: AccountReview['tests'] =
    first === undefined
      ? []
      : [
          first,
          { ...first, setupId: 'setup-2' },
          { setupId: 'setup-3', services: [{ ...sends, signIn: 'password' }], credential: 'none' },
          { setupId: 'setup-4', services: [sends], credential: 'wanted' },
        ]
  expect(hostsToSignIn({ ...REVIEW, tests })).toEqual([IMAP.host])
})

describe('an account that is looked at again', () => {
  const profile = (change: Partial<typeof SUBJECT.account>, id = SUBJECT.profileId): InspectedProfile => ({
    id: id ?? '',
    client: SUBJECT.client,
    version: null,
    path: '/home/anna/.thunderbird/a.default/prefs.js',
    read: ok({
      accounts: [{ ...SUBJECT, account: { ...SUBJECT.account, ...change }, findings: [] }],
      notes: [],
    }),
  })

  test.each<readonly [string, InspectedProfile, 'found' | 'gone']>([
    ['as it was', profile({}), 'found'],
    ['with another server', profile({ services: [] }), 'found'],
    ['under another address', profile({ address: 'ben@example.org' }), 'found'],
    ['under another name and address', profile({ name: 'Ben', address: 'ben@example.org' }), 'gone'],
    ['in another place', profile({}, 'profile-2'), 'gone'],
  ])('%s', (_, now, expected) => {
    expect(againIn([now], SUBJECT) === null ? 'gone' : 'found').toBe(expected)
  })
})
