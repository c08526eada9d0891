import type { FixOffer } from '#shared/programs/fix/fix-offer.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'

/** How far Mailwright is with changing an account in the settings of its program. */
export interface Fixing {
  /** What a press would change; `null`: nothing is certain, or this program is changed by its user alone. */
  readonly offer: FixOffer | null
  /** Whether the lines are looked at. */
  readonly view: 'button' | 'lines'
  /** `running`: the account in view is as the program would have it. `failed`: that does not work either. */
  readonly trial: 'none' | 'running' | 'failed'
  /** What was done last, `null` where nothing was. */
  readonly done: FixDone | null
  /** Why nothing was written, or taken back. */
  readonly problem: ProfileProblem | null
}

/** `backup`: the name of the file that holds the settings as they were. */
export type FixDone = { readonly kind: 'written'; readonly backup: string } | { readonly kind: 'undone' }

export const NOT_FIXING: Fixing = { offer: null, view: 'button', trial: 'none', done: null, problem: null }
