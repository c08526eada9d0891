import { describe, expect, test } from 'vitest'
import type { Protocol } from '#shared/domain/protocol.ts'
import { mayBePlain, withSignIn } from '#renderer/wizard/machine/drafts.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import type { AccountStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { ANNA, candidateFor, discoveryWith, IMAP, SMTP } from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)

const GUESS = { source: 'guess', trust: 'guess' } as const
const candidates = [candidateFor(IMAP, GUESS), candidateFor(SMTP, GUESS)]
const discovery = discoveryWith({ candidates, provider: null })
const account: AccountStep = { step: 'account', address: ANNA, discovery, picked: 'other' }
const byHand = after(account, { type: 'by-hand-wanted' })
const draftsIn = (state: WizardState) => (state.step === 'servers' ? state.drafts : [])
const type = (state: WizardState, protocol: Protocol, host: string) =>
  draftsIn(state)
    .filter((draft) => draft.protocol === protocol)
    .reduce((typed, draft) => after(typed, { type: 'draft-changed', draft: { ...draft, host } }), state)

describe('the table typed by hand', () => {
  test('has all its fields open, and none with a server that no source names', () => {
    expect(draftsIn(byHand).map(({ protocol, host }) => [protocol, host])).toEqual([
      ['imap', ''],
      ['smtp', ''],
    ])
    expect(byHand).toMatchObject({
      services: [{ protocol: 'imap', chosen: null, others: [{ trust: 'guess' }], use: 'leave-out' }, {}, {}],
    })
  })

  test('keeps every row while another is opened, and takes them together', () => {
    const both = type(type(byHand, 'imap', 'mail.example.net'), 'smtp', 'out.example.net')
    const third = after(both, { type: 'server-edited', protocol: 'pop3' })
    expect(draftsIn(third).map(({ host }) => host)).toEqual(['mail.example.net', 'out.example.net', ''])
    expect(after(third, { type: 'drafts-applied' })).toMatchObject({
      drafts: [],
      services: [
        { chosen: { endpoint: { host: 'mail.example.net' } }, use: 'test' },
        { chosen: { endpoint: { host: 'out.example.net' } }, use: 'test' },
        { protocol: 'pop3', chosen: null, use: 'leave-out' },
      ],
    })
  })

  test('takes no row as long as one is wrong', () => {
    const wrong = type(type(byHand, 'imap', 'mail.example.net'), 'smtp', 'a..b')
    const refused = after(wrong, { type: 'drafts-applied' })
    expect(draftsIn(refused)).toMatchObject([
      { host: 'mail.example.net', problem: null },
      { host: 'a..b', problem: 'host' },
    ])
    expect(refused).toMatchObject({ services: [{ chosen: null }, { chosen: null }, {}] })
  })

  test('asks for a server where every row is empty', () => {
    expect(draftsIn(after(byHand, { type: 'drafts-applied' }))).toMatchObject([
      { problem: 'host' },
      { problem: 'host' },
    ])
  })
})

describe('the user name that a service has for all its customers', () => {
  const userNameIn = (state: WizardState) =>
    draftsIn(state).find(({ protocol }) => protocol === 'smtp')?.userName

  test('comes with its host, and goes with it', () => {
    const there = type(byHand, 'smtp', 'smtp.sendgrid.net')
    expect(userNameIn(there)).toBe('apikey')
    expect(userNameIn(type(there, 'smtp', 'smtp.example.net'))).toBe(ANNA.ascii)
  })

  test('does not come back over what is typed after it', () => {
    const there = type(byHand, 'smtp', 'smtp.sendgrid.net')
    const draft = draftsIn(there).find(({ protocol }) => protocol === 'smtp')
    if (draft === undefined) throw new Error('no row for sending')
    const named = after(there, { type: 'draft-changed', draft: { ...draft, userName: 'ben' } })
    expect(userNameIn(type(named, 'smtp', 'smtp.sendgrid.net'))).toBe('ben')
    expect(userNameIn(type(named, 'smtp', 'smtp.example.net'))).toBe('ben')
  })

  test('is none for receiving', () => {
    const there = type(byHand, 'imap', 'smtp.sendgrid.net')
    expect(draftsIn(there).find(({ protocol }) => protocol === 'imap')?.userName).toBe(ANNA.ascii)
  })

  test('comes with a pasted text that names the host alone', () => {
    const settings = [
      { protocol: 'smtp', host: 'smtp.sendgrid.net', port: 587, security: 'starttls', userName: null },
    ] as const
    expect(userNameIn(after(byHand, { type: 'sheet-read', settings }))).toBe('apikey')
  })
})

describe('what was typed by hand', () => {
  test('is there again after going back, with what was typed', () => {
    const typed = type(byHand, 'smtp', 'out.example.net')
    const again = after(typed, { type: 'back' }, { type: 'address-accepted', address: ANNA })
    expect(draftsIn(after(again, { type: 'by-hand-wanted' })).map(({ host }) => host)).toEqual([
      '',
      'out.example.net',
    ])
  })

  test('is filled from what a provider sent, with POP3 where it is named', () => {
    const settings = [
      { protocol: 'pop3', host: 'pop.example.net', port: 995, security: 'tls', userName: null },
      { protocol: 'smtp', host: 'out.example.net', port: 587, security: 'starttls', userName: 'anna01' },
    ] as const
    const own = { userName: ANNA.ascii }
    expect(draftsIn(after(byHand, { type: 'sheet-read', settings }))).toMatchObject([
      { protocol: 'imap', host: '' },
      { protocol: 'smtp', host: 'out.example.net', port: '587', security: 'starttls', userName: 'anna01' },
      { protocol: 'pop3', host: 'pop.example.net', port: '995', security: 'tls', ...own },
    ])
  })
})

describe('no encryption', () => {
  test.each([
    ['localhost', 'password', true],
    ['relay.example.org', 'none', true],
    [' Mail.LAN ', 'none', true],
    ['relay.example.org', 'password', false],
    ['relay.example.net', 'none', false],
  ] as const)('at %s with the sign-in %s: %s', (host, signIn, allowed) => {
    expect(mayBePlain({ host, signIn }, ['relay.example.org', '*.lan'])).toBe(allowed)
  })

  test('ends where a password is to be sent after all', () => {
    const [draft] = draftsIn(byHand)
    if (draft === undefined) throw new Error('nothing is being typed')
    const plain = { ...draft, host: 'relay.example.org', security: 'none', signIn: 'none' } as const
    expect(withSignIn(plain, 'password')).toMatchObject({ security: 'starttls', signIn: 'password' })
    expect(withSignIn({ ...plain, host: 'localhost' }, 'password')).toMatchObject({ security: 'none' })
  })
})
