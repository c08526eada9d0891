import type { Action } from '#shared/diagnosis/action.ts'
import type { Code } from '#shared/diagnosis/codes.ts'
import type { FindingHint } from '#shared/diagnosis/provider-hints.ts'
import type { PasswordTrace } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage } from '#shared/domain/stage.ts'

/** Who can change something about it. */
export type Turn = 'you' | 'computer' | 'network' | 'provider' | 'admin' | 'nobody'

export type Severity = 'error' | 'warning' | 'info'

/** What the words of a finding are filled with. Plain values only: they cross every boundary. */
export type FindingFacts = Readonly<Record<string, string | number>>

/** A cause with its next steps. The words come from the language files, by code. */
export interface Finding extends PasswordTrace {
  readonly code: Code
  readonly severity: Severity
  readonly stage: Stage
  readonly endpoint: ServerEndpoint
  readonly turn: Turn
  readonly facts: FindingFacts
  /** Best first; never empty. */
  readonly actions: readonly [Action, ...Action[]]
  /** What is known about the provider and may be behind it; absent where that is nothing. */
  readonly hints?: readonly FindingHint[]
}
