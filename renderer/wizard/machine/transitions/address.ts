import { takeOpened } from '#renderer/wizard/machine/saved.ts'
import { withoutManaging } from '#renderer/wizard/machine/not-waiting.ts'

import { beginWithDevices } from '#renderer/wizard/machine/transitions/devices.ts'
import { beginExplaining } from '#renderer/wizard/machine/transitions/explain.ts'
import { beginWithPrograms } from '#renderer/wizard/machine/transitions/programs.ts'
import { beginReading } from '#renderer/wizard/machine/transitions/report.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const address: TransitionsOf<'address'> = {
  'accounts-listed': (state, { accounts }) => ({ ...state, accounts }),
  'account-taken-up': (state, { address: taken, action }) => ({
    ...state,
    managing: { state: 'busy', address: taken, action },
  }),
  'account-failed': (state, { type: _, ...failure }) => ({
    ...state,
    managing: { state: 'failed', ...failure },
  }),
  'account-forgotten': (state, { address: forgotten, secrets }) => ({
    ...state,
    managing: { state: 'forgotten', address: forgotten, secrets },
  }),
  'account-opened': takeOpened,
  'call-failed': withoutManaging,
  'address-typed': (state, { text }) => ({ ...state, text, problem: null, doubt: null }),
  'address-refused': (state, { problem }) => ({ ...state, problem, doubt: null }),
  'address-doubted': (state, { doubt }) => ({ ...state, problem: null, doubt }),
  'explain-wanted': beginExplaining,
  'report-wanted': beginReading,
  'programs-wanted': beginWithPrograms,
  'devices-wanted': beginWithDevices,
  'address-accepted': ({ left }, { address: accepted }) =>
    left?.address.ascii === accepted.ascii
      ? left
      : { step: 'account', address: accepted, discovery: null, picked: null },
}
