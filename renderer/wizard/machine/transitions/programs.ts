import { NOT_FIXING } from '#renderer/wizard/machine/fixing.ts'
import { withoutManaging } from '#renderer/wizard/machine/not-waiting.ts'
import type { AddressStep, ProgramsStep } from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const programs: TransitionsOf<'programs'> = {
  'programs-read': (state, { profiles }) => ({ ...state, profiles }),
  'settings-given': (state, { settings }) => ({ ...state, given: settings, problem: null }),
  'settings-refused': (state, { problem }) => ({ ...state, given: null, problem }),
  'account-to-inspect': (state, { subject }) => ({
    step: 'inspect',
    subject,
    inspecting: { state: 'looking-up' },
    fixing: NOT_FIXING,
    from: state,
  }),
  'call-failed': (state) => ({ ...state, profiles: state.profiles ?? [] }),
  back: ({ from }) => from,
}

/** Opens the list of what programs have; it leads back to the address. */
export function beginWithPrograms(from: AddressStep): ProgramsStep {
  return { step: 'programs', profiles: null, given: null, problem: null, from: withoutManaging(from) }
}
