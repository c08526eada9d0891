import type { Action } from '#shared/finding/action.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts, Turn } from '#shared/finding/finding.ts'

export type OAuthCode = Extract<Code, `OAUTH_${string}` | 'CANCELLED'>

/** Why signing in with the browser or a code did not work, and what to do next. No server has been signed in to. */
export interface OAuthFinding {
  readonly code: OAuthCode
  readonly turn: Turn
  readonly facts: FindingFacts
  /** Best first; never empty. */
  readonly actions: readonly [Action, ...Action[]]
}
