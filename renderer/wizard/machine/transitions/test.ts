import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { advanceLanes, beginAnew } from '#renderer/wizard/machine/lanes.ts'
import type { TestStep, WizardState } from '#renderer/wizard/machine/state.ts'
import {
  addSignIn,
  backToSignIn,
  confirmed,
  leaveNetwork,
  networksOf,
  replaceServices,
  startAuthorizing,
  takePassword,
  toAddress,
  toServers,
  toServersOf,
  toSignIn,
} from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const test: TransitionsOf<'test'> = {
  // What is tested again has not ended: a report that the others have must not end the test.
  'test-started': (state, { protocols, expert }) => ({
    ...state,
    lanes: beginAnew(state.lanes, protocols, expert),
  }),
  'network-left': leaveNetwork,
  'test-reported': advance,
  'password-given': takePassword,
  'services-replaced': replaceServices,
  'sign-in-wanted': toSignIn,
  'authorize-started': startAuthorizing,
  'servers-wanted': toServersOf,
  'address-wanted': toAddress,
  'sign-in-added': addSignIn,
  'call-failed': toServers,
  // Leaving the steps of the test ends it.
  back: backToSignIn,
}

function advance(state: TestStep, { event }: EventOf<'test-reported'>): WizardState {
  const lanes = advanceLanes(state.lanes, event)
  const allEnded = lanes.every(({ result }) => result !== null)
  if (event.type === 'done' && allEnded)
    return { ...confirmed(state), ...networksOf(state), step: 'result', lanes, saving: { state: 'idle' } }
  if (event.type === 'started') return { ...state, lanes, network: event.network, testedAt: event.at }
  return event.type === 'unknown-setup' ? toServers(state) : { ...state, lanes }
}
