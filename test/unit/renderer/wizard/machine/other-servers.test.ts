import { expect, test } from 'vitest'
import { transition } from '#renderer/wizard/machine/transition.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import type { ResultStep, ServersStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { ANNA, discoveryWith, endedLane, IMAP, SERVICES } from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)

const base = { address: ANNA, discovery: discoveryWith(), services: SERVICES }
const confirmed = { ...base, setupId: 'setup-1', offer: null, token: 'none' } as const
const servers: ServersStep = { ...base, step: 'servers', drafts: [], problem: null, setupId: null }
const result: ResultStep = {
  ...confirmed,
  step: 'result',
  lanes: [endedLane(IMAP)],
  saving: { state: 'idle' },
}
const replaced = { type: 'services-replaced', services: [], setupId: 'setup-9' } as const

test.each(['none', 'kept'] as const)(
  'another server, confirmed anew, with a credential that is %s',
  (credential) => {
    expect(after(result, { ...replaced, credential })).toEqual({
      ...result,
      services: [],
      setupId: 'setup-9',
    })
  },
)

test.each(['test', 'result'] as const)(
  'another server that does not get the password of before, which is then asked for again: after the %s',
  (step) => {
    const tested: WizardState = step === 'result' ? result : { ...confirmed, step, lanes: result.lanes }
    const asked = after({ ...tested, token: 'lasting' }, { ...replaced, credential: 'dropped' })
    expect(asked).toMatchObject({
      step: 'sign-in',
      setupId: 'setup-9',
      token: 'none',
      because: 'other-servers',
    })
    expect(after(asked, { type: 'test-started', protocols: null })).toMatchObject({
      step: 'test',
      lanes: [],
    })
  },
)

test('servers that were typed anew: what was dropped is asked for, and why', () => {
  const ticket = { setupId: 'setup-2', offer: null } as const
  const event = { type: 'servers-confirmed', ...ticket, credential: 'dropped' } as const
  expect(after(servers, event)).toMatchObject({ step: 'sign-in', because: 'other-servers' })
})
