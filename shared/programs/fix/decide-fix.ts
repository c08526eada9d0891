import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingField, SettingFinding } from '#shared/programs/setting-finding.ts'
import { wantedAccount, type JudgedAccount, type WantedAccount } from '#shared/programs/fix/wanted-account.ts'

/** How far the search for settings that work has come. */
export interface FixAttempt extends Omit<JudgedAccount, 'proof'> {
  /** As the program has it. `account` is what was judged last: the same, or one with other values. */
  readonly original: ProgramAccount
  /** `none`: what is settled without a test is all there is. */
  readonly test: 'none' | 'done'
  /** How many accounts with other values were tried. */
  readonly tries: number
}

/**
 * What comes next. `try`: an account that is likely to work, to be tested before anything is written. `write`: as the program
 * should have it, which is as it has it where nothing better is certain. `unproved`: what was tried does not work either.
 */
export type FixDecision =
  | { readonly kind: 'try'; readonly account: ProgramAccount }
  | ({ readonly kind: 'write' } & WantedAccount)
  | { readonly kind: 'unproved' }

/** One change shows the next, the encryption of another port for one. */
const MOST_TRIES = 3

/** What a change of settings has to do with; a refused password is no reason to leave a wrong port. */
const OF_SETTINGS: ReadonlySet<SettingField> = new Set([
  'server',
  'port',
  'encryption',
  'authentication',
  'user-name',
])

/** An account that was tested is changed to one that was tested, too, and works. */
export function decideFix(client: ReadableClient, attempt: FixAttempt): FixDecision {
  const { account, original, findings, test, tries } = attempt
  if (test === 'none') return { kind: 'write', ...wantedAccount(client, { ...attempt, proof: 'none' }) }
  const wanted = wantedAccount(client, { ...attempt, proof: 'follows' })
  if (tries < MOST_TRIES && !isSameAccount(wanted.account, account))
    return { kind: 'try', account: wanted.account }
  return isSameAccount(account, original) || !findings.some(isOfSettings)
    ? { kind: 'write', account, left: findings }
    : { kind: 'unproved' }
}

function isOfSettings({ severity, field }: SettingFinding): boolean {
  return severity === 'error' && OF_SETTINGS.has(field)
}

export function isSameAccount(a: ProgramAccount, b: ProgramAccount): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
