import { describe, expect, test } from 'vitest'
import { transition } from '#renderer/wizard/machine/transition.ts'
import {
  hostsThatGetPassword,
  servicesToTest,
  signInOf,
  useEndpoint,
} from '#renderer/wizard/machine/services.ts'
import type { ResultStep, ServiceChoice } from '#renderer/wizard/machine/state.ts'
import { stationsOf } from '#renderer/wizard/steps/test/lane/stations.ts'
import { provedPassword, provedSome, summaryOf } from '#renderer/wizard/steps/test/result/summary.ts'
import {
  ANNA,
  ASKED,
  candidateFor,
  choiceOf,
  discoveryWith,
  endpoint,
  endedLane,
  failed,
  IMAP,
  passed,
  RELAY,
  RELAY_CHOICE,
  skipped,
  SMTP,
} from './samples.ts'
import { draftOf, readDraft } from '#renderer/wizard/machine/drafts.ts'

const BOTH: readonly ServiceChoice[] = [choiceOf(IMAP), RELAY_CHOICE]

describe('a server wants no sign-in', () => {
  test.each([
    ['when the user typed it as a relay', RELAY_CHOICE.chosen, 'none'],
    [
      'not when another source says so',
      candidateFor(RELAY, { auth: ['none'], source: 'autoconfig' }),
      'password',
    ],
    ['not when it receives', candidateFor(IMAP, { auth: ['none'], source: 'typed' }), 'password'],
    ['not when it was only typed', candidateFor(SMTP, { source: 'typed' }), 'password'],
  ] as const)('%s', (_, candidate, expected) => {
    expect(candidate === null ? null : signInOf(candidate)).toBe(expected)
  })
})

describe('what is shown to the engine', () => {
  test('says that no user signs in at the relay, and gives it no name', () => {
    expect(servicesToTest(BOTH)).toEqual([
      { endpoint: IMAP, userName: 'anna', origin: 'found', pin: null, signIn: 'password' },
      { endpoint: RELAY, userName: '', origin: 'typed', pin: null, signIn: 'none' },
    ])
  })

  test('stays so behind another port of the relay', () => {
    const other = endpoint('smtp', 'relay.example.org:25:starttls')
    expect(servicesToTest(useEndpoint(BOTH, other, ANNA))[1]).toMatchObject({
      endpoint: other,
      signIn: 'none',
    })
  })
})

test('the password goes to the servers with a sign-in, and each is named once', () => {
  const twice = [choiceOf(IMAP), choiceOf(endpoint('smtp', 'imap.example.org:465:tls'))]
  expect(hostsThatGetPassword(twice)).toEqual(['imap.example.org'])
  expect(hostsThatGetPassword(BOTH)).toEqual(['imap.example.org'])
  expect(hostsThatGetPassword([RELAY_CHOICE])).toEqual([])
})

describe('the form', () => {
  const draft = draftOf(RELAY_CHOICE, ANNA)

  test('begins with the box as it was, and has a name ready in case it is unticked', () => {
    expect(draft).toMatchObject({ signIn: 'none', userName: 'anna@xn--mnchen-3ya.example', port: '2525' })
  })

  test('asks for no name where the box is ticked', () => {
    expect(readDraft({ ...draft, userName: '' })).toEqual(RELAY_CHOICE.chosen)
  })

  test('takes the name where it is not', () => {
    expect(readDraft({ ...draft, signIn: 'password' })).toMatchObject({
      userName: 'anna@xn--mnchen-3ya.example',
      auth: ['plain', 'login'],
    })
    expect(readDraft({ ...draft, signIn: 'password', userName: ' ' })).toBe('user-name')
  })
})

const asked = endedLane(RELAY, { signIn: 'none', passwordSent: 'no' }, ...ASKED)
const signedIn = endedLane(IMAP, {}, passed('login'))
const denied = endedLane(
  RELAY,
  { signIn: 'none', verdict: 'failed', code: 'SEND_RELAY_DENIED' },
  ...ASKED.slice(0, 1),
  failed('send'),
)

describe('how it came out', () => {
  test.each([
    ['a sign-in and a relay that takes mail are everything', [signedIn, asked], 'works', true, true],
    ['a relay alone is everything, and there is no password to keep', [asked], 'works', true, false],
    ['a relay that does not take mail is a problem', [signedIn, denied], 'problem', true, true],
    [
      'a relay does not make up for a sign-in that was left out',
      [endedLane(IMAP, {}, skipped('login')), asked],
      'reachable',
      true,
      false,
    ],
    [
      'a message that was sent without a sign-in proves nothing by itself',
      [endedLane(SMTP, {}, skipped('login'), passed('send'))],
      'reachable',
      false,
      false,
    ],
  ] as const)('%s', (_, lanes, summary, some, password) => {
    expect([summaryOf(lanes), provedSome(lanes), provedPassword(lanes)]).toEqual([summary, some, password])
  })

  test('the line leaves the sign-in out and is ready at its end', () => {
    const stations = stationsOf(asked).map(({ id, state }) => `${id} ${state}`)
    expect(stations.slice(-2)).toEqual(['sign-in left-out', 'ready done'])
  })
})

describe('the way through the wizard', () => {
  const result: ResultStep = {
    step: 'result',
    address: ANNA,
    discovery: discoveryWith(),
    services: [RELAY_CHOICE],
    setupId: 'setup-1',
    offer: null,
    token: 'none',
    lanes: [denied],
    saving: { state: 'idle' },
  }

  test('leads back to the servers where there is no password to type', () => {
    expect(transition(result, { type: 'back' })).toMatchObject({ step: 'servers', drafts: [] })
  })

  test('leads to the name and the box, unticked, when the relay wants a sign-in after all', () => {
    expect(transition(result, { type: 'sign-in-added', protocol: 'smtp' })).toMatchObject({
      step: 'servers',
      services: [RELAY_CHOICE],
      drafts: [{ protocol: 'smtp', host: 'relay.example.org', signIn: 'password' }],
    })
  })
})
