import type { ProfileProblem } from '#shared/programs/profile-change.ts'

/**
 * Why the settings of a program are not changed. In each case they are as they were. Stable: scripts read them.
 * - `FIX_NOTHING`: no finding has a value that is certain.
 * - `FIX_PROGRAM`: this program keeps its settings where only itself changes them safely.
 * - `FIX_ELSEWHERE`: the value comes from another file, or from a command.
 * - `FIX_SHARED`: another account takes the same value, and would change with this one.
 * - `FIX_VALUE`: the program has no setting for what it should do, or needs more than a setting.
 * - `FIX_FORM`: the file is not written in a form in which the change would certainly be read as it is meant.
 */
export const FIX_CODES = [
  'FIX_NOTHING',
  'FIX_PROGRAM',
  'FIX_ELSEWHERE',
  'FIX_SHARED',
  'FIX_VALUE',
  'FIX_FORM',
] as const

export type FixProblem = (typeof FIX_CODES)[number]

/** One line of a file, as it is and as it would be. Secrets that stand on it are hidden. */
export interface LineChange {
  /** Of the file as it is, counted from 1; of a new line, that of the one it follows. */
  readonly line: number
  /** `null`: the line is new. */
  readonly before: string | null
  readonly after: string
}

/** What would be written, before it is. */
export interface FixPreview {
  /** Stands for these very changes of this very file: nothing else is written by it. */
  readonly previewId: string
  readonly changes: readonly LineChange[]
}

export type FixRefusal = FixProblem | ProfileProblem

export interface FixedText {
  readonly text: string
  readonly changes: readonly LineChange[]
}
