import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { NOT_FIXING } from '#renderer/wizard/machine/fixing.ts'
import { advanceLanes } from '#renderer/wizard/machine/lanes.ts'
import { FIRST_STEP, type AddressStep, type InspectStep } from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const inspect: TransitionsOf<'inspect'> = {
  'account-to-inspect': (state, { subject }) => ({
    ...state,
    subject,
    inspecting: { state: 'looking-up' },
    fixing: { ...NOT_FIXING, done: state.fixing.done },
  }),
  'programs-read': (state, { profiles }) => ({ ...state, from: { ...state.from, profiles } }),
  reviewed: (state, { review }) => ({ ...state, inspecting: { state: 'ready', review } }),
  'review-test-started': startTest,
  'review-reported': advance,
  'fix-reported': reportFix,
  'fix-tried': ({ fixing: { done }, ...state }, { trial: { account, review } }) => ({
    ...state,
    subject: { ...state.subject, account },
    inspecting: { state: 'ready', review },
    fixing: { ...NOT_FIXING, trial: 'running', done },
  }),
  'address-wanted': toAddress,
  'call-failed': ({ from }) => from,
  back: ({ from }) => from,
}

function startTest(state: InspectStep): InspectStep {
  const { inspecting, fixing } = state
  if (inspecting.state === 'looking-up') return state
  const { trial, done } = fixing
  return {
    ...state,
    inspecting: { state: 'testing', review: inspecting.review, lanes: [] },
    fixing: { ...NOT_FIXING, trial, done },
  }
}

function reportFix(state: InspectStep, { reviewId, fixing }: EventOf<'fix-reported'>): InspectStep {
  const { inspecting } = state
  if (inspecting.state === 'looking-up' || inspecting.review.reviewId !== reviewId) return state
  return { ...state, fixing: { ...state.fixing, ...fixing } }
}

function advance(state: InspectStep, { event }: EventOf<'review-reported'>): InspectStep {
  const { inspecting } = state
  if (inspecting.state !== 'testing') return state
  if (event.type === 'unknown-setup') return { ...state, inspecting: { state: 'looking-up' } }
  if (event.type !== 'judged')
    return { ...state, inspecting: { ...inspecting, lanes: advanceLanes(inspecting.lanes, event) } }
  const { results, findings } = event
  // What was to be changed before the test may be another thing after it.
  const fixing = { ...state.fixing, offer: null, view: 'button' } as const
  return { ...state, inspecting: { ...inspecting, state: 'judged', results, findings }, fixing }
}

/** Sets the account up anew, from its address. */
function toAddress({ subject, inspecting, from }: InspectStep): AddressStep {
  const known = inspecting.state === 'looking-up' ? null : inspecting.review.address
  return { ...FIRST_STEP, accounts: from.from.accounts, text: known ?? subject.account.address ?? '' }
}
