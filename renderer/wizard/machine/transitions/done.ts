import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const done: TransitionsOf<'done'> = {
  restarted: () => FIRST_STEP,
}
