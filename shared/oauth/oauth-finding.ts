import type { Action } from '#shared/finding/action.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts, Turn } from '#shared/finding/finding.ts'

export type OAuthCode = Extract<Code, `OAUTH_${string}` | 'CANCELLED'>

/** Why signing in with the browser or a code did not work, and what to do next. No server has been signed in to. */
export interface OAuthFinding {
  readonly code: OAuthCode
  readonly turn: Turn
  readonly facts: FindingFacts
  /** What the server said about it, `null` where it was not the server that spoke. */
  readonly serverSaid: string | null
  /** Where an administrator can agree, `null` where there is no such page or nothing to agree with. */
  readonly consentUrl: string | null
  /** ISO 8601 in UTC; absent where nothing was tried. */
  readonly failedAt?: string
  /** Best first; never empty. */
  readonly actions: readonly [Action, ...Action[]]
}
