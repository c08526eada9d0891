import { MAX_PASTED } from '#shared/explain/pasted.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { hostsThatGetPassword } from '#renderer/wizard/machine/services.ts'
import { withoutManaging, withoutSaving } from '#renderer/wizard/machine/not-waiting.ts'
import {
  FIRST_STEP,
  type AddressStep,
  type ExplainStep,
  type ResultStep,
  type ServersStep,
  type SignInStep,
} from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const explain: TransitionsOf<'explain'> = {
  'accounts-listed': (state, { accounts }) =>
    state.from.step === 'address' ? { ...state, from: { ...state.from, accounts } } : state,
  'text-pasted': takePasted,
  'text-refused': (state, { problem }) => ({ ...state, problem }),
  explained: takeExplanation,
  'set-up-wanted': setUpConcerned,
  back: ({ from }) => from,
}

/**
 * Opens the page for an error text; it leads back to where it was opened. What was asked of the engine there is not
 * waited for any more.
 */
export function beginExplaining(from: AddressStep | ResultStep): ExplainStep {
  return {
    step: 'explain',
    pasted: { text: '', octets: null },
    problem: null,
    explanation: null,
    from: from.step === 'address' ? withoutManaging(from) : withoutSaving(from),
  }
}

/** Another text has another answer. What is too long is not taken, so that the field stays usable. */
function takePasted(state: ExplainStep, { pasted }: EventOf<'text-pasted'>): ExplainStep {
  const isTooBig = pasted.text.length > MAX_PASTED
  return isTooBig ? { ...state, problem: 'too-big' } : { ...state, pasted, problem: null, explanation: null }
}

/** An answer to a text that has been changed meanwhile is no answer any more. */
function takeExplanation(state: ExplainStep, event: EventOf<'explained'>): ExplainStep {
  return event.pasted === state.pasted ? { ...state, explanation: event.explanation } : state
}

/** Goes on with the account the text is about: with the setup at hand if it is that one, otherwise from its address. */
function setUpConcerned(
  { from, explanation }: ExplainStep,
  { wants }: EventOf<'set-up-wanted'>,
): AddressStep | ServersStep | SignInStep {
  const account = explanation?.account ?? null
  if (from.step === 'address') return { ...from, text: account ?? from.text, problem: null, doubt: null }
  if (account !== null && account !== from.address.unicode) return { ...FIRST_STEP, text: account }
  const { address, discovery, services, setupId, offer = null } = from
  if (wants === 'account') return { ...FIRST_STEP, text: address.unicode }
  if (wants === 'servers' || hostsThatGetPassword(services).length === 0)
    return { step: 'servers', address, discovery, services, setupId, offer, drafts: [], problem: null }
  return { step: 'sign-in', address, discovery, services, setupId, offer, wants, because: null }
}
