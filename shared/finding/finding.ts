import type { Action } from '#shared/finding/action.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { ProviderHint } from '#shared/catalogue/hints.ts'
import type { PasswordTrace } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage } from '#shared/domain/stage.ts'

/** Who can change something about it. */
export type Turn = 'you' | 'computer' | 'network' | 'provider' | 'admin' | 'nobody'

export type Severity = 'error' | 'warning' | 'info'

/** What the words of a finding are filled with, and nothing else is decided by. Plain values: they cross every boundary. */
export type FindingFacts = Readonly<Record<string, string | number>>

/** What is known about a provider and may be behind a failure; its words are those of the hint. */
export type FindingHint = Omit<ProviderHint, 'when'>

/** A cause with its next steps. The words come from the language files, by code. */
export interface Finding extends PasswordTrace {
  readonly code: Code
  readonly severity: Severity
  readonly stage: Stage
  readonly endpoint: ServerEndpoint
  readonly turn: Turn
  readonly facts: FindingFacts
  /** The words of the refusal, `null` where the server said none. */
  readonly serverSaid: string | null
  /** By its name, `null` where it is unknown. */
  readonly provider: string | null
  /** What reads along on the line, `null` where nothing does as far as is known. */
  readonly product: string | null
  /** Best first; never empty. */
  readonly actions: readonly [Action, ...Action[]]
  /** What is known about the provider and may be behind it; absent where that is nothing. */
  readonly hints?: readonly FindingHint[]
}
