import type { FixPreview } from '#shared/programs/fix/fix-problem.ts'
import type { AccountReview } from '#shared/programs/account-review.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'

/** What would be changed for one account in the settings of its program. */
export interface FixOffer extends FixPreview {
  /** `try`: the values are likely, and are tested before they are written. */
  readonly next: 'try' | 'write'
}

/** An account as its program would have it after a change, made ready to be tested like every other. */
export interface FixTrial {
  readonly account: ProgramAccount
  readonly review: AccountReview
}

export interface FixWritten {
  /** The name of the file beside it that holds the settings as they were. */
  readonly backup: string
}
