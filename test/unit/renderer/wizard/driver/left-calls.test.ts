import { describe, expect, test } from 'vitest'
import { RefusedError } from '#shared/contract/client.ts'
import type { ConfirmedTicket, EngineClient, OpenedAccount } from '#shared/contract/contract.ts'
import { createEventQueue } from '#shared/contract/event-queue.ts'
import type { CancelSignal } from '#shared/contract/spec.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { newLane } from '#renderer/wizard/machine/lanes.ts'
import {
  FIRST_STEP,
  type ResultStep,
  type ServersStep,
  type SignInStep,
  type WizardState,
} from '#renderer/wizard/machine/state.ts'
import {
  ACCOUNT,
  ANNA,
  discoveryWith,
  endedLane,
  IMAP,
  openedWith,
  resultFor,
  SERVICES,
  SMTP,
} from '../samples.ts'

const AT = '2026-11-27T15:04:05.678Z'

const base = { address: ANNA, discovery: discoveryWith(), services: SERVICES }
const confirmed = { ...base, setupId: 'setup-1', offer: null, token: 'none' } as const
const SERVERS: ServersStep = { ...base, step: 'servers', drafts: [], problem: null, setupId: null }
const SIGN_IN: SignInStep = { ...confirmed, step: 'sign-in', wants: 'password', because: null }
const RESULT: ResultStep = {
  ...confirmed,
  step: 'result',
  lanes: [endedLane(IMAP)],
  saving: { state: 'idle' },
}

/** A stream the test writes: one call of it after the other. */
function scripted<T>() {
  const calls: { readonly say: (event: T) => void; readonly end: () => void; readonly fail: () => void }[] =
    []
  const signals: CancelSignal[] = []
  const open = (_: unknown, signal?: CancelSignal): AsyncIterable<T> => {
    const queue = createEventQueue<T>(() => {})
    calls.push({
      say: queue.push,
      end: () => queue.end(),
      fail: () => queue.fail(new RefusedError('INTERNAL')),
    })
    if (signal !== undefined) signals.push(signal)
    return queue
  }
  return { calls, signals, open }
}

function wizardAt(state: WizardState, setup: Partial<EngineClient['setup']>): Wizard {
  const fake = createFakeClient(APP)
  return new Wizard({ ...fake, setup: { ...fake.setup, ...setup } }, state)
}

/** Lets everything that was said be heard. */
const heard = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

describe('what a call says after its step was left', () => {
  test('a test that was left says nothing to the next one', async () => {
    const { calls, open } = scripted<TestEvent>()
    const wizard = wizardAt(SIGN_IN, { test: open })
    void wizard.live.run(null, null)
    calls[0]?.say({ type: 'started', endpoints: [IMAP, SMTP], network: 'hotel', at: AT })
    await heard()
    wizard.dispatch({ type: 'sign-in-wanted', wants: 'password', because: null })
    void wizard.live.run(null, null)
    calls[1]?.say({ type: 'started', endpoints: [IMAP, SMTP], network: 'hotel', at: AT })
    calls[0]?.say({ type: 'result', protocol: 'imap', result: resultFor(IMAP) })
    await heard()
    expect(wizard.store.getState()).toMatchObject({ step: 'test', lanes: [newLane(IMAP), newLane(SMTP)] })
  })

  test('a ticket for servers that were left is not taken for those that are chosen now', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome<ConfirmedTicket, never>>()
    const wizard = wizardAt(SERVERS, { confirm: () => promise })
    const confirming = wizard.servers.confirm()
    wizard.dispatch({ type: 'back' })
    wizard.dispatch({ type: 'address-accepted', address: ANNA })
    resolve(ok({ setupId: 'setup-late', offer: null, credential: 'none' }))
    await confirming
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', setupId: null })
  })
})

describe('an address that is left', () => {
  test('for another one does not carry the other one to its servers', async () => {
    const { calls, open } = scripted<Outcome<Discovery, 'ADDR_INVALID'>>()
    const fake = createFakeClient(APP)
    const wizard = new Wizard({ ...fake, discovery: { find: open } })
    const first = wizard.address.enterByHand('anna@example.org')
    wizard.dispatch({ type: 'back' })
    void wizard.address.submit('ben@example.net')
    calls[1]?.say(ok(discoveryWith()))
    await heard()
    calls[0]?.say(ok(discoveryWith()))
    calls[0]?.end()
    await first
    expect(wizard.store.getState()).toMatchObject({
      step: 'servers',
      drafts: [],
      address: { unicode: 'ben@example.net' },
    })
  })

  test('a search goes on while its servers are looked at, and ends when the address is left', async () => {
    const { calls, signals, open } = scripted<Outcome<Discovery, 'ADDR_INVALID'>>()
    const fake = createFakeClient(APP)
    const wizard = new Wizard({ ...fake, discovery: { find: open } })
    void wizard.address.submit('anna@example.org')
    calls[0]?.say(ok(discoveryWith({ complete: false })))
    await heard()
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', discovery: { complete: false } })
    calls[0]?.say(ok(discoveryWith()))
    await heard()
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', discovery: { complete: true } })
    wizard.dispatch({ type: 'back' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })
})

describe('an account that is left', () => {
  test('while it is saved can be saved again, and its setup is still there', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome<SavedAccount, never>>()
    const closed: string[] = []
    const wizard = wizardAt(RESULT, {
      save: () => promise,
      close: ({ setupId }) => Promise.resolve((closed.push(setupId), null)),
    })
    const saving = wizard.accounts.save('leave')
    wizard.dispatch({ type: 'explain-wanted' })
    resolve(ok(ACCOUNT))
    await saving
    wizard.dispatch({ type: 'back' })
    expect(wizard.store.getState()).toEqual(RESULT)
    expect(closed).toEqual([])
  })

  test('while it is opened can be opened again', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome<OpenedAccount, never>>()
    const closed: string[] = []
    const fake = createFakeClient(APP)
    const wizard = new Wizard({
      ...fake,
      setup: { ...fake.setup, close: ({ setupId }) => Promise.resolve((closed.push(setupId), null)) },
      accounts: { ...fake.accounts, open: () => promise },
    })
    const opening = wizard.accounts.open(ACCOUNT.address, 'test')
    wizard.dispatch({ type: 'explain-wanted' })
    resolve(ok(openedWith('ready')))
    await opening
    wizard.dispatch({ type: 'back' })
    expect(wizard.store.getState()).toMatchObject({ step: 'address', managing: { state: 'idle' } })
    expect(closed).toEqual(['setup-7'])
  })
})

describe('a test that is stopped', () => {
  test('still says how it ended', async () => {
    const { calls, signals, open } = scripted<TestEvent>()
    const wizard = wizardAt(SIGN_IN, { test: open })
    void wizard.live.run(null, null)
    calls[0]?.say({ type: 'started', endpoints: [IMAP], network: 'hotel', at: AT })
    wizard.live.stop()
    const result = resultFor(IMAP, { verdict: 'failed', code: 'CANCELLED' })
    calls[0]?.say({ type: 'result', protocol: 'imap', result })
    calls[0]?.say({
      type: 'done',
      result: { address: ANNA.unicode, verdict: 'problem', endpoints: [result] },
    })
    await heard()
    expect(signals[0]?.aborted).toBe(true)
    expect(wizard.store.getState()).toMatchObject({ step: 'result', lanes: [{ result }] })
  })
})

describe('a call the engine does not carry out', () => {
  const refused = () => Promise.reject(new RefusedError('INTERNAL'))

  test('leaves a result that can be saved again', async () => {
    const wizard = wizardAt(RESULT, { save: refused })
    await wizard.accounts.save('leave')
    expect(wizard.store.getState()).toMatchObject({ step: 'result', saving: { state: 'idle' } })
  })

  test('leaves a list of accounts that can be used', async () => {
    const fake = createFakeClient(APP)
    const accounts = { ...fake.accounts, open: refused }
    const wizard = new Wizard({ ...fake, accounts }, FIRST_STEP)
    await wizard.accounts.open(ACCOUNT.address, 'test')
    expect(wizard.store.getState()).toMatchObject({ step: 'address', managing: { state: 'idle' } })
  })

  test('leads from a test that will not end back to the servers', async () => {
    const { calls, open } = scripted<TestEvent>()
    const wizard = wizardAt(SIGN_IN, { test: open })
    const testing = wizard.live.run(null, null)
    calls[0]?.say({ type: 'started', endpoints: [IMAP], network: 'hotel', at: AT })
    calls[0]?.fail()
    await testing
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', setupId: 'setup-1' })
  })

  test('leads from a sign-in that will not end back to where it was chosen', async () => {
    const { calls, open } = scripted<SignInEvent>()
    const wizard = wizardAt(SIGN_IN, { authorize: open })
    const signingIn = wizard.authorizer.start('browser', 'en')
    calls[0]?.fail()
    await signingIn
    expect(wizard.store.getState()).toMatchObject({ step: 'sign-in' })
  })
})
