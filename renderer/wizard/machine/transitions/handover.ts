import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { handedOver } from '#renderer/wizard/machine/handed-over.ts'
import { proofOf } from '#renderer/wizard/machine/handover.ts'
import { advanceLanes } from '#renderer/wizard/machine/lanes.ts'
import { withoutSaving } from '#renderer/wizard/machine/not-waiting.ts'
import {
  FIRST_STEP,
  type DoneStep,
  type HandoverStep,
  type ResultStep,
} from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const handover: TransitionsOf<'handover'> = {
  'handover-wanted': (state, { target }) => ({ ...state, target, profile: { state: 'none' } }),
  'profile-reported': (state, { profile }) => ({ ...state, profile }),
  'message-begun': (state) => ({ ...state, proof: { state: 'busy', lanes: [] } }),
  'test-reported': advance,
  'call-failed': (state) => ({ ...state, profile: { state: 'none' }, proof: { state: 'none' } }),
  restarted: () => FIRST_STEP,
  back: ({ from }) => from,
}

/** Opens the page for one program, with what is proved; it leads back to where it was opened. */
export function beginHandover<S extends ResultStep | DoneStep>(
  state: S,
  { target }: EventOf<'handover-wanted'>,
): S | HandoverStep {
  const setup = handedOver(state)
  if (setup === null) return state
  const from = state.step === 'result' ? withoutSaving(state) : state
  return { step: 'handover', from, setup, target, profile: { state: 'none' }, proof: { state: 'none' } }
}

/** What the test of the message found is what the result says from now on: a failure is explained there. */
function advance(state: HandoverStep, { event }: EventOf<'test-reported'>): HandoverStep {
  const { proof, from } = state
  if (proof.state !== 'busy') return state
  if (event.type === 'unknown-setup') return { ...state, proof: { state: 'failed', finding: null } }
  const lanes = advanceLanes(proof.lanes, event)
  const hasEnded = event.type === 'done' && lanes.every(({ result }) => result !== null)
  if (!hasEnded) return { ...state, proof: { state: 'busy', lanes } }
  return { ...state, proof: proofOf(lanes), from: from.step === 'result' ? { ...from, lanes } : from }
}
