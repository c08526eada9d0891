import type { Outcome } from '#shared/outcome.ts'
import type { ReadAccounts } from '#shared/programs/program-account.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'

/** Why the settings of a program are not read. Nothing was changed, and nothing was waited for. */
export type InspectProblem =
  | 'FILE_MISSING'
  | 'FILE_DENIED'
  | 'FILE_UNSAFE'
  | 'FILE_TOO_BIG'
  | 'PROFILE_DAMAGED'

/** What one program has in one place. */
export interface ReadProfile {
  /** Stands for the place in every call: a page names no path. */
  readonly id: string
  readonly client: ReadableClient
  /** `null` where no file tells it. */
  readonly version: string | null
  /** The file, or the folder with the files. */
  readonly path: string
  readonly read: Outcome<ReadAccounts, InspectProblem>
}
