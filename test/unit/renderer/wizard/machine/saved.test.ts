import { describe, expect, test } from 'vitest'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { changesSince, servicesOf } from '#renderer/wizard/machine/saved.ts'
import { FIRST_STEP, type WizardState } from '#renderer/wizard/machine/state.ts'
import {
  ACCOUNT,
  ANNA,
  discoveryWith,
  endedLane,
  IMAP,
  IMAP_OTHER,
  openedWith,
  SERVICES,
  SMTP,
} from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)
const open = (action: 'test' | 'edit', ...args: Parameters<typeof openedWith>): WizardState =>
  after(FIRST_STEP, { type: 'account-opened', opened: openedWith(...args), action })

describe('a saved account', () => {
  test.each(['ready', 'not-needed'] as const)('whose password is %s goes straight to its test', (secret) => {
    expect(open('test', secret)).toMatchObject({
      step: 'test',
      address: { ascii: ANNA.ascii },
      setupId: 'setup-7',
      lanes: [],
      saved: { account: ACCOUNT, secret, record: 'as-saved' },
    })
  })

  test.each(['not-saved', 'refused'] as const)('whose password is %s wants it typed', (secret) => {
    expect(open('test', secret)).toMatchObject({ step: 'sign-in', saved: { secret } })
  })

  test('leads to its servers to be changed, and back to the list', () => {
    const servers = open('edit', 'ready')
    expect(servers).toMatchObject({ step: 'servers', setupId: 'setup-7', drafts: [] })
    expect(after(servers, { type: 'back' })).toEqual(FIRST_STEP)
  })
})

describe('what was saved is what is chosen:', () => {
  const [service] = ACCOUNT.services
  if (service === undefined) throw new Error('the sample has a service')
  const pin = Array.from({ length: 32 }, () => 'AB').join(':')
  const account = { ...ACCOUNT, services: [{ ...service, endpoint: IMAP_OTHER, userName: 'anna.own', pin }] }
  const [imap, smtp, pop3] = servicesOf(account, discoveryWith())

  test('server, user name and exception, although another one is proposed first', () => {
    expect(imap).toMatchObject({
      chosen: { endpoint: IMAP_OTHER, userName: 'anna.own', auth: ['plain'] },
      use: 'test',
      pin,
    })
    expect(imap?.others.map(({ endpoint }) => endpoint)).toEqual([IMAP])
  })

  test('and a service that was not saved is left out, but stays on offer', () => {
    expect(smtp).toMatchObject({ chosen: { endpoint: SMTP }, use: 'leave-out' })
    expect(pop3).toMatchObject({ chosen: null, use: 'leave-out' })
  })
})

describe('the account is not what was saved any more', () => {
  const result = (code: 'OK' | 'AUTH_REJECTED'): WizardState => ({
    step: 'result',
    address: ANNA,
    discovery: discoveryWith(),
    services: SERVICES,
    setupId: 'setup-7',
    lanes: [endedLane(IMAP, { code })],
    saving: { state: 'idle' },
    saved: { account: ACCOUNT, secret: 'ready', record: 'as-saved' },
  })
  const signIn: WizardEvent = { type: 'sign-in-wanted', wants: 'password', because: null }
  const started: WizardEvent = { type: 'test-started', protocols: null }
  const wanted: WizardEvent = { type: 'servers-wanted', protocol: null }

  test.each<readonly [string, readonly WizardEvent[]]>([
    ['after another password', [signIn, started]],
    [
      'after other servers',
      [{ type: 'services-replaced', services: [], setupId: 'setup-8', credential: 'dropped' }],
    ],
    [
      'after its servers were confirmed anew',
      [wanted, { type: 'servers-confirmed', setupId: 'setup-8', offer: null, credential: 'dropped' }],
    ],
  ])('%s', (_, events) => {
    expect(after(result('OK'), ...events)).toMatchObject({ saved: { record: 'changed' } })
  })

  test('but it is after the same test once more', () => {
    expect(after(result('OK'), started)).toMatchObject({ saved: { record: 'as-saved' } })
  })

  test('a password that was refused is not used by itself at the next confirmation', () => {
    expect(after(result('AUTH_REJECTED'), wanted)).toMatchObject({ saved: { secret: 'refused' } })
    expect(after(result('OK'), wanted)).toMatchObject({ saved: { secret: 'ready' } })
  })
})

test('what has changed is told for the services that work and were seen before', () => {
  const [service] = ACCOUNT.services
  if (service === undefined) throw new Error('the sample has a service')
  const seen = { addresses: [], tls: null, certificate: null, capabilities: [] }
  const account = {
    services: [
      { ...service, seen },
      { ...service, endpoint: SMTP },
    ],
  }
  expect(changesSince(account, [endedLane(IMAP), endedLane(SMTP)])).toEqual([{ endpoint: IMAP, changes: [] }])
  expect(changesSince(account, [endedLane(IMAP, { verdict: 'failed' })])).toEqual([])
})
