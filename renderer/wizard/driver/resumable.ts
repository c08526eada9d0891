import type { Discovery } from '#shared/discovery/discovery.ts'
import { assertNever } from '#shared/outcome.ts'
import type { KeptState } from '#renderer/wizard/driver/kept-state.ts'
import { FIRST_STEP, type ServersStep, type WizardState } from '#renderer/wizard/machine/state.ts'
import { toServers } from '#renderer/wizard/machine/transitions/ways.ts'

/**
 * Where a page that is loaded again goes on: at the address, or at the settings as they were typed. What the engine had
 * under way ended with the old page, and an account that was saved is opened from the list again.
 */
export function resumable(state: WizardState): KeptState {
  switch (state.step) {
    case 'address':
      return {
        ...FIRST_STEP,
        text: state.text,
        ...(state.left === undefined ? {} : { left: resumedServers(state.left) }),
      }
    case 'account':
      return { ...FIRST_STEP, text: state.address.unicode }
    case 'servers':
      return state.saved === undefined ? resumedServers(state) : FIRST_STEP
    case 'sign-in':
    case 'authorize':
    case 'test':
    case 'result':
      return state.saved === undefined ? resumedServers(toServers(state)) : FIRST_STEP
    case 'explain':
    case 'report':
    case 'programs':
    case 'inspect':
    case 'devices':
    case 'device':
    case 'handover':
      return resumable(state.from)
    case 'done':
      return FIRST_STEP
    default:
      return assertNever(state)
  }
}

/** The setup itself was known to the engine under the old page alone, and no source is being asked any more. */
function resumedServers({ offer = null, discovery, ...state }: ServersStep): ServersStep {
  return { ...state, offer, discovery: ended(discovery), setupId: null, problem: null }
}

function ended(discovery: Discovery): Discovery {
  const sources = discovery.sources.filter(({ status }) => status !== 'asking')
  return { ...discovery, sources, complete: true }
}
