import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts, Severity, Turn } from '#shared/finding/finding.ts'
import type { Advice } from '#shared/replies/counsel.ts'

/** One cause in a pasted text, with its next steps. There was no probe, so there is no stage and no endpoint. */
export interface ExplainedCause {
  readonly code: Code
  readonly severity: Severity
  readonly turn: Turn
  readonly facts: FindingFacts
  readonly actions: readonly Advice[]
  /** Whose mailbox it is about; absent where that is not the reader's own. */
  readonly mailbox?: 'own'
  /** The recipients it is about, for a message to several. */
  readonly recipients: readonly string[]
  /** Trying the same again later may help. */
  readonly temporary: boolean
}

export interface Explanation {
  /** The first one first; more than one only for a message to several recipients. */
  readonly causes: readonly [ExplainedCause, ...ExplainedCause[]]
  readonly reply: {
    readonly code: number | null
    readonly enhanced: string | null
    readonly text: string
  } | null
  /** Whose words the text of the reply is: a program may say something that no server said. */
  readonly saidBy: 'server' | 'program' | 'page'
  readonly bounce: {
    readonly recipient: string | null
    readonly remoteServer: string | null
    readonly temporary: boolean
  } | null
  /** Whose message came back: the address a bounce was sent to. `null` where the text does not say. */
  readonly account: string | null
  /** When the message with the report was written, ISO 8601 in UTC; absent where the text does not say. */
  readonly reportedAt?: string
}

/** `false` where nothing better can be said than to quote the server. */
export function isKnown({ causes }: Explanation): boolean {
  return causes[0].code !== 'REPLY_UNKNOWN'
}
