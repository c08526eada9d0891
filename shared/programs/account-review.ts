import type { Code } from '#shared/finding/codes.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { ServiceAsSet } from '#shared/programs/plan-tests.ts'
import type { ProgramAccount, ReadNote } from '#shared/programs/program-account.ts'
import type { InspectProblem, ReadProfile } from '#shared/programs/read-profile.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

/** An account as one program has it. */
export interface AccountOfProgram {
  readonly client: ReadableClient
  readonly account: ProgramAccount
}

/** The same, and what is wrong about it by what is known without asking the network. */
export interface InspectedAccount extends AccountOfProgram {
  readonly findings: readonly SettingFinding[]
}

/** What one program has in one place, judged. */
export interface InspectedProfile extends Pick<ReadProfile, 'id' | 'client' | 'version' | 'path'> {
  readonly read: Outcome<
    { readonly accounts: readonly InspectedAccount[]; readonly notes: readonly ReadNote[] },
    InspectProblem
  >
}

/** Servers that are tested together, and stand confirmed; nothing is sent to them before the test. */
export interface ReviewTest {
  readonly setupId: string
  readonly services: readonly ServiceAsSet[]
  /**
   * `wanted`: it takes one that is to be given. `kept`: what is saved, or was given before, is for these very servers.
   * `none`: the servers are asked for everything but a sign-in.
   */
  readonly credential: 'wanted' | 'kept' | 'none'
}

/** What is known of an account before its test, and what the test would be. */
export interface AccountReview {
  readonly reviewId: string
  /** `null`: the account has none, and is not tested. */
  readonly address: string | null
  /** What the sources say about the address. */
  readonly known: Pick<Discovery, 'day' | 'candidates' | 'provider'>
  readonly findings: readonly SettingFinding[]
  readonly tests: readonly ReviewTest[]
  /** `two`: sending is done by another company, whose password is another one. */
  readonly passwords: 'one' | 'two'
  /** What the organisation, or a rule of Mailwright, keeps from being tested. */
  readonly untested: readonly { readonly protocol: Protocol; readonly code: Code }[]
}

/** What stands in From, or else the first user name that is an address. */
export function addressOfAccount({ address, services }: ProgramAccount): EmailAddress | null {
  for (const text of [address, ...services.map(({ userName }) => userName)]) {
    const parsed = text === null ? null : parseEmailAddress(text)
    if (parsed?.ok === true) return parsed.value
  }
  return null
}
