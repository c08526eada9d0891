import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { InspectedAccount, InspectedProfile } from '#shared/programs/account-review.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

/** An account as its program has it, and what is wrong about it. */
export interface TestedAccount {
  readonly account: ProgramAccount
  readonly results: readonly EndpointResult[]
  readonly findings: readonly SettingFinding[]
}

/** What one program has in one place, with its accounts tested where that was wanted. */
export interface TestedProfile extends InspectedProfile {
  readonly accounts: readonly TestedAccount[]
}

/** One that is left untested. */
export function untested({ account, findings }: InspectedAccount): TestedAccount {
  return { account, results: [], findings }
}
