import { describe, expect, test } from 'vitest'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import {
  FIRST_STEP,
  type ResultStep,
  type ServersStep,
  type WizardState,
} from '#renderer/wizard/machine/state.ts'
import type { SignIn } from '#shared/catalogue/provider.ts'
import {
  ACCOUNT,
  ANNA,
  candidateFor,
  discoveryWith,
  endpoint,
  endedLane,
  FINDING,
  IMAP,
  IMAP_OTHER,
  POP3,
  providerThatTakes,
  SERVICES,
  SMTP,
} from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)

const base = { address: ANNA, discovery: discoveryWith(), services: SERVICES }
const NO_BROWSER = { offer: null, token: 'none' } as const
const confirmed = { ...base, setupId: 'setup-1', ...NO_BROWSER }
const servers: ServersStep = { ...base, step: 'servers', drafts: [], problem: null, setupId: null }
const result: ResultStep = {
  ...confirmed,
  step: 'result',
  lanes: [endedLane(IMAP)],
  saving: { state: 'idle' },
}
const edited = after(servers, { type: 'server-edited', protocol: 'imap' })
const draftIn = (state: WizardState) => (state.step === 'servers' ? (state.drafts[0] ?? null) : null)

function typed(host: string, port = '993'): WizardState {
  const draft = draftIn(edited)
  if (draft === null) throw new Error('nothing is being edited')
  return after(edited, { type: 'draft-changed', draft: { ...draft, host, port } })
}

describe('the address', () => {
  test('that is typed again is no longer wrong', () => {
    const refused = after(FIRST_STEP, { type: 'address-refused', problem: { reason: 'no-at' } })
    expect(refused).toMatchObject({ problem: { reason: 'no-at' } })
    expect(after(refused, { type: 'address-typed', text: 'anna@' })).toMatchObject({
      text: 'anna@',
      problem: null,
    })
  })

  test('leads to a look-up that begins with nothing', () => {
    expect(after(FIRST_STEP, { type: 'address-accepted', address: ANNA })).toEqual({
      step: 'account',
      address: ANNA,
      discovery: null,
      picked: null,
    })
  })

  test('is still there after going back', () => {
    const account = after(FIRST_STEP, { type: 'address-accepted', address: ANNA })
    expect(after(account, { type: 'back' })).toMatchObject({ step: 'address', text: 'anna@münchen.example' })
    expect(after(result, { type: 'address-wanted' })).toMatchObject({
      step: 'address',
      text: 'anna@münchen.example',
    })
  })
})

describe('the kind of account', () => {
  const account = after(FIRST_STEP, { type: 'address-accepted', address: ANNA })

  test('cannot be accepted before there is an answer', () => {
    expect(after(account, { type: 'account-accepted' })).toBe(account)
  })

  test('that is picked by hand is looked up anew', () => {
    const found = after(account, { type: 'discovered', discovery: discoveryWith() })
    expect(after(found, { type: 'account-type-picked', accountType: 'gmail' })).toMatchObject({
      picked: 'gmail',
      discovery: null,
    })
  })

  test('that is accepted proposes its servers, and nothing has been confirmed yet', () => {
    const accepted = after(
      account,
      { type: 'discovered', discovery: discoveryWith() },
      { type: 'account-accepted' },
    )
    expect(accepted).toEqual(servers)
  })

  test('a better answer takes the place of the first', () => {
    const better = discoveryWith({ candidates: [candidateFor(IMAP_OTHER)] })
    const found = after(
      account,
      { type: 'discovered', discovery: discoveryWith() },
      { type: 'discovered', discovery: better },
    )
    expect(found).toMatchObject({ discovery: better })
  })
})

describe('the servers', () => {
  test('can be left out of the test and taken in again', () => {
    const out = after(servers, { type: 'service-toggled', protocol: 'imap' })
    expect(out).toMatchObject({ services: [{ use: 'leave-out' }, { use: 'test' }, { use: 'leave-out' }] })
    expect(after(out, { type: 'service-toggled', protocol: 'imap' })).toEqual(servers)
  })

  test('can be exchanged for another that was found', () => {
    expect(after(edited, { type: 'candidate-chosen', candidate: candidateFor(IMAP_OTHER) })).toMatchObject({
      drafts: [],
      services: [{ chosen: { endpoint: IMAP_OTHER }, others: [{ endpoint: IMAP }] }, {}, {}],
    })
  })

  test('that were refused say why until something changes', () => {
    const refused = after(servers, { type: 'servers-refused', problem: 'CFG_INSECURE' })
    expect(refused).toMatchObject({ problem: 'CFG_INSECURE' })
    expect(after(refused, { type: 'service-toggled', protocol: 'imap' })).toMatchObject({ problem: null })
    expect(after(refused, { type: 'server-edited', protocol: 'imap' })).toMatchObject({ problem: null })
  })

  test.each<readonly [readonly SignIn['kind'][], string]>([
    [[], 'password'],
    [['password'], 'password'],
    [['oauth', 'password'], 'password'],
    [['password', 'app-password'], 'password'],
    [['oauth', 'app-password'], 'app-password'],
    [['app-password'], 'app-password'],
  ])('that are confirmed lead to the sign-in; a provider that takes %j wants the %s', (signIn, wants) => {
    const discovery = discoveryWith({ provider: providerThatTakes(...signIn) })
    const signInStep = after(
      { ...servers, discovery },
      { type: 'servers-confirmed', setupId: 'setup-2', offer: null, credential: 'none' },
    )
    expect(signInStep).toMatchObject({
      step: 'sign-in',
      setupId: 'setup-2',
      offer: null,
      wants,
      because: null,
      services: SERVICES,
    })
  })
})

describe('a server that is typed', () => {
  test('begins with what was chosen', () => {
    expect(draftIn(edited)).toMatchObject({
      protocol: 'imap',
      host: 'imap.example.org',
      port: '993',
      userName: 'anna',
    })
  })

  test('takes the place of the one before when it is good', () => {
    const applied = after(typed('mail.example.net', '1993'), { type: 'drafts-applied' })
    expect(applied).toMatchObject({
      drafts: [],
      problem: null,
      services: [
        { chosen: { endpoint: endpoint('imap', 'mail.example.net:1993:tls'), trust: 'user' } },
        {},
        {},
      ],
    })
  })

  test.each([
    ['a..b', '993', 'host'],
    ['mail.example.net', '0', 'port'],
  ] as const)('stays open with what is wrong with it: %s at %s', (host, port, problem) => {
    const refused = after(typed(host, port), { type: 'drafts-applied' })
    expect(draftIn(refused)).toMatchObject({ host, port, problem })
    expect(refused).toMatchObject({ services: SERVICES })
  })

  test('can be dropped', () => {
    expect(after(typed('mail.example.net'), { type: 'draft-dropped', protocol: 'imap' })).toEqual(servers)
  })

  test('is nothing to apply when nothing is being typed', () => {
    expect(after(servers, { type: 'drafts-applied' })).toBe(servers)
  })

  test('brings a service into the test for which nothing was known', () => {
    const pop3 = after(servers, { type: 'server-edited', protocol: 'pop3' })
    const draft = draftIn(pop3)
    if (draft === null) throw new Error('nothing is being edited')
    const host = 'pop.example.org'
    const applied = after(
      pop3,
      { type: 'draft-changed', draft: { ...draft, host } },
      { type: 'drafts-applied' },
    )
    expect(applied).toMatchObject({
      services: [{}, {}, { protocol: 'pop3', chosen: { endpoint: POP3 }, use: 'test' }],
    })
  })
})

describe('back', () => {
  test('from the result to the sign-in', () => {
    expect(after(result, { type: 'back' })).toEqual({
      ...confirmed,
      step: 'sign-in',
      wants: 'password',
      because: null,
    })
  })

  test('from the result to the sign-in, which wants what the provider wants', () => {
    const discovery = discoveryWith({ provider: providerThatTakes('oauth', 'app-password') })
    expect(after({ ...result, discovery }, { type: 'back' })).toMatchObject({
      step: 'sign-in',
      wants: 'app-password',
    })
  })
})

describe('what a finding offers', () => {
  test('typing the password again, with the reason', () => {
    const wanted = after(result, { type: 'sign-in-wanted', wants: 'app-password', because: FINDING })
    expect(wanted).toEqual({ ...confirmed, step: 'sign-in', wants: 'app-password', because: FINDING })
  })

  test('changing the server it is about, at once', () => {
    const wanted = after(result, { type: 'servers-wanted', protocol: 'smtp' })
    expect(wanted).toMatchObject({
      step: 'servers',
      setupId: 'setup-1',
      drafts: [{ protocol: 'smtp', port: '465' }],
    })
  })

  test('changing servers in general', () => {
    expect(after(result, { type: 'servers-wanted', protocol: null })).toMatchObject({
      step: 'servers',
      drafts: [],
    })
  })
})

describe('saving', () => {
  test('is shown, and what went wrong with it', () => {
    const busy = after(result, { type: 'saving' })
    expect(busy).toMatchObject({ saving: { state: 'busy' } })
    const failed = after(busy, { type: 'save-failed', problem: 'KEY_LOCKED' })
    expect(failed).toMatchObject({
      step: 'result',
      lanes: result.lanes,
      saving: { state: 'failed', problem: 'KEY_LOCKED' },
    })
  })

  test('forgets everything but the account, and the setup for the way into a mail program', () => {
    const { setupId, discovery } = result
    const done = { step: 'done', account: ACCOUNT, leftOut: [], tested: { setupId, discovery } } as const
    const proved = { ...result, lanes: [endedLane(IMAP)] }
    expect(after(proved, { type: 'saved', account: ACCOUNT })).toEqual(done)
    expect(after(done, { type: 'restarted' })).toEqual(FIRST_STEP)
  })

  test('says what was tested and is not among what was saved', () => {
    const partial = { ...result, lanes: [endedLane(IMAP), endedLane(SMTP, { verdict: 'failed' })] }
    expect(after(partial, { type: 'saved', account: ACCOUNT })).toMatchObject({ leftOut: ['smtp'] })
  })
})
