import type { ExportLimit } from '#shared/exporters/limits.ts'
import type { FoundProfile } from '#shared/programs/found-program.ts'

/**
 * Why nothing was written into a profile, or taken back. In each case it is as it was.
 * - `PROFILE_GONE`: no such profile is found any more. `PROFILE_OPEN`: the program is using it. `PROFILE_UNSURE`: it may be.
 * - `PROFILE_CHANGED`: its settings are other ones than those that were shown, or than those that were written.
 * - `PROFILE_HAS_ACCOUNT`: an account with this server and user name is there already.
 * - `PROFILE_OVERRULED`: the user sets these settings in a file that goes before them.
 * - `PROFILE_DAMAGED`: its settings cannot be read as the program writes them.
 * - `PROFILE_NO_BACKUP`: there is nothing to take back.
 * - `CFG_CONFIRM`: nothing of the setup is proved, or it is gone. `CFG_FORMAT`: the program cannot be told this setup.
 */
export type ProfileProblem =
  | 'PROFILE_GONE'
  | 'PROFILE_OPEN'
  | 'PROFILE_UNSURE'
  | 'PROFILE_CHANGED'
  | 'PROFILE_HAS_ACCOUNT'
  | 'PROFILE_OVERRULED'
  | 'PROFILE_DAMAGED'
  | 'PROFILE_NO_BACKUP'
  | 'FILE_DENIED'
  | 'FILE_FULL'
  | 'FILE_UNSAFE'
  | 'FILE_BUSY'
  | 'FILE_MISSING'
  | 'FILE_EXISTS'
  | 'FILE_TOO_BIG'
  | 'FILE_VALUE'
  | 'CFG_CONFIRM'
  | 'CFG_FORMAT'

/** One setting of the program, with its values as they stand in the file. */
export interface SettingChange {
  readonly name: string
  /** `null` where it is not there yet. */
  readonly before: string | null
  readonly after: string
}

/** What would be written, before it is. */
export interface ProfilePreview {
  /** Stands for these very changes of these very settings: `write` does that and nothing else. */
  readonly previewId: string
  readonly profile: FoundProfile
  readonly changes: readonly SettingChange[]
  /** What the program will not be told. */
  readonly limits: readonly ExportLimit[]
}

export interface ProfileWritten {
  readonly profile: FoundProfile
  /** The name of the file beside it that holds the settings as they were. */
  readonly backup: string
}
