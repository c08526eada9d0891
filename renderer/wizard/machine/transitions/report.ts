import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { withoutManaging, withoutSaving } from '#renderer/wizard/machine/not-waiting.ts'
import type { AddressStep, ReportStep, ResultStep } from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const report: TransitionsOf<'report'> = {
  'accounts-listed': (state, { accounts }) =>
    state.from.step === 'address' ? { ...state, from: { ...state.from, accounts } } : state,
  'report-read': takeReport,
  'report-refused': (state, { problem }) => ({ ...state, problem }),
  back: ({ from }) => from,
}

/** Opens the page for saved reports; it leads back to where it was opened. */
export function beginReading(from: AddressStep | ResultStep): ReportStep {
  return {
    step: 'report',
    shown: null,
    second: null,
    problem: null,
    from: from.step === 'address' ? withoutManaging(from) : withoutSaving(from),
  }
}

/** Another report to be shown begins anew; a second one is set beside the one that is shown. */
function takeReport(state: ReportStep, { report: read, as }: EventOf<'report-read'>): ReportStep {
  return as === 'second' && state.shown !== null
    ? { ...state, second: read, problem: null }
    : { ...state, shown: read, second: null, problem: null }
}
