import { describe, expect, test } from 'vitest'
import type { ConfirmedTicket, ConfirmProblem, EngineClient } from '#shared/contract/contract.ts'
import { createEventQueue } from '#shared/contract/event-queue.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import type { ResultStep, ServersStep } from '#renderer/wizard/machine/state.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { ANNA, discoveryWith, SERVICES } from '../samples.ts'

const SERVERS: ServersStep = {
  step: 'servers',
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  drafts: [],
  problem: null,
  setupId: null,
}
const GIVEN = { kind: 'password', sendingKind: 'password', account: 'sunflower', sending: null } as const
const TICKET: ConfirmedTicket = { setupId: 'setup-1', offer: null, credential: 'none' }

/** A wizard at its settings, and how often it has tested. */
function wizardWith(answer: Outcome<ConfirmedTicket, ConfirmProblem>, left: number, state = SERVERS) {
  const fake = createFakeClient(APP)
  const tested: string[] = []
  const setup: EngineClient['setup'] = {
    ...fake.setup,
    confirm: () => Promise.resolve(answer),
    refusals: () => Promise.resolve({ refused: 3 - left, left, since: null, unsaved: null }),
    test: ({ setupId }) => {
      tested.push(setupId)
      const events = createEventQueue<TestEvent>(() => {})
      events.end()
      return events
    },
  }
  return { wizard: new Wizard({ ...fake, setup }, state), tested }
}

describe('a refused password that is typed anew where the test says so', () => {
  const REFUSED: ResultStep = {
    step: 'result',
    address: ANNA,
    discovery: discoveryWith(),
    services: SERVICES,
    setupId: 'setup-1',
    lanes: [],
    saving: { state: 'idle' },
  }

  test.each([
    ['account', { credential: { kind: 'password', secret: 'sunflower' }, sending: null }],
    ['sending', { credential: null, sending: { kind: 'password', secret: 'sunflower' } }],
  ] as const)('of the %s takes the place of that one alone', async (slot, expected) => {
    const fake = createFakeClient(APP)
    const asked: unknown[] = []
    const setup: EngineClient['setup'] = {
      ...fake.setup,
      test: (request) => {
        asked.push(request)
        const events = createEventQueue<TestEvent>(() => {})
        events.end()
        return events
      },
    }
    const wizard = new Wizard({ ...fake, setup }, { ...REFUSED, passwords: 'two' })
    await wizard.live.correct({ kind: 'password', slot, secret: 'sunflower' }, ['smtp'])
    expect(asked).toEqual([{ setupId: 'setup-1', protocols: ['smtp'], ...expected }])
    expect(wizard.store.getState()).toMatchObject({ step: 'test', passwords: 'two' })
  })
})

describe('signing in under the settings', () => {
  test('agrees to the servers and tests them, in one press', async () => {
    const { wizard, tested } = wizardWith(ok(TICKET), 3)
    expect(await wizard.servers.confirmAndTest(GIVEN)).toBe('tested')
    expect(tested).toEqual(['setup-1'])
    expect(wizard.store.getState()).toMatchObject({ step: 'test', setupId: 'setup-1' })
  })

  test('uses nothing where the engine does not agree', async () => {
    const { wizard, tested } = wizardWith(fail('CFG_LOCKED'), 3)
    expect(await wizard.servers.confirmAndTest(GIVEN)).toBe('kept-back')
    expect(tested).toEqual([])
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', problem: 'CFG_LOCKED' })
  })

  test('asks first where one more refusal may lock the account', async () => {
    const { wizard, tested } = wizardWith(ok(TICKET), 0)
    expect(await wizard.servers.confirmAndTest(GIVEN)).toBe('kept-back')
    expect(tested).toEqual([])
    expect(wizard.store.getState()).toMatchObject({ step: 'sign-in', setupId: 'setup-1' })
  })

  test('asks nothing where no password is sent', async () => {
    const { wizard, tested } = wizardWith(ok(TICKET), 0)
    expect(await wizard.servers.confirmAndTest('none')).toBe('tested')
    expect(tested).toEqual(['setup-1'])
  })

  test('has nothing to do where no server is to be tested', async () => {
    const none = {
      ...SERVERS,
      services: SERVICES.map((service) => ({ ...service, use: 'leave-out' as const })),
    }
    const { wizard, tested } = wizardWith(ok(TICKET), 3, none)
    expect(await wizard.servers.confirmAndTest(GIVEN)).toBe('kept-back')
    expect(tested).toEqual([])
    expect(wizard.store.getState()).toMatchObject({ problem: 'nothing-to-test' })
  })
})
