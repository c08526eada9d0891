import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { beginHandover } from '#renderer/wizard/machine/transitions/handover.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const done: TransitionsOf<'done'> = {
  'handover-wanted': beginHandover,
  restarted: () => FIRST_STEP,
  back: () => FIRST_STEP,
}
