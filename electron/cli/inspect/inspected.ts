import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { GivenCredential } from '#shared/contract/guards.ts'
import type { InspectedAccount, InspectedProfile } from '#shared/programs/account-review.ts'
import type { KnownSettings } from '#shared/programs/known-service.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

/** An account as its program has it, and what is wrong about it. */
export interface TestedAccount extends InspectedAccount {
  readonly results: readonly EndpointResult[]
  readonly findings: readonly SettingFinding[]
  /** What its test went by; `null` where it was not tested. */
  readonly known: KnownSettings | null
  readonly secret: OnceGiven
}

/** What the user has given for one account, kept as long as it is tested: none is asked for twice. */
export interface OnceGiven {
  credential: GivenCredential | null
  /** Where another company sends, which has a password of its own. */
  sending: GivenCredential | null
}

/** What one program has in one place, with its accounts tested where that was wanted. */
export interface TestedProfile extends InspectedProfile {
  readonly accounts: readonly TestedAccount[]
}

/** One that is left untested. */
export function untested(account: InspectedAccount): TestedAccount {
  return { ...account, results: [], known: null, secret: { credential: null, sending: null } }
}
