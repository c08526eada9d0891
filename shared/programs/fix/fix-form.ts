import type { Outcome } from '#shared/outcome.ts'
import type { Edit } from '#shared/programs/fix/text-edit.ts'
import type { FixProblem } from '#shared/programs/fix/fix-problem.ts'
import type { ProgramAccount, ProgramService } from '#shared/programs/program-account.ts'

/** One server of an account, as it is set and as it should be. */
export interface ServiceFix {
  readonly account: ProgramAccount
  /** Among the accounts that the reader of this program gives. */
  readonly index: number
  readonly has: ProgramService
  readonly wanted: ProgramService
}

/**
 * Everything in the file of a program that makes a server what it should be. It may be more than is needed: what changes
 * nothing for the reader of this program is left out again.
 */
export type FixForm = (text: string, fix: ServiceFix) => Outcome<readonly Edit[], FixProblem>

/** A setting with the names that the program takes for it; the first is the one that a new line gets. */
export interface KeySetting {
  readonly keys: readonly [string, ...string[]]
  readonly value: string
}

/** The user name where it is to be another one; what stays is not written again, whatever quotes it needs. */
export function newUserName({ has, wanted }: ServiceFix): string | null {
  return wanted.userName === has.userName ? null : wanted.userName
}
