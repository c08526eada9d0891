import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { Code } from '#shared/finding/codes.ts'

export interface AccountList {
  readonly accounts: readonly SavedAccount[]
  /** What the user is to know about the list: it was damaged and begins anew, or it cannot be read. */
  readonly notice: Code | null
}
