import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { HintKind, HttpsUrl, SignIn } from '#shared/catalogue/provider.ts'
import type { Candidate, CandidateSource, Reason } from '#shared/domain/candidate.ts'

/** How one source of settings did. */
export interface SourceReport {
  readonly source: CandidateSource
  readonly status: 'found' | 'nothing' | 'failed' | 'skipped'
  readonly durationMs: number
}

/** Two sources that cannot both be right, and which one was believed. */
export interface Contradiction {
  readonly chosen: Candidate
  readonly other: Candidate
}

export interface DiscoveryHint {
  readonly when: 'before' | 'after'
  readonly kind: HintKind
  readonly url: HttpsUrl | null
}

export interface DiscoveredProvider {
  readonly id: string
  readonly name: string
  readonly kind: 'mailbox' | 'closed' | 'outgoing-only'
  readonly why: Reason
  /** The ways to sign in that are good on the day of the look-up, best first. */
  readonly signIn: readonly SignIn['kind'][]
  readonly appPasswordPage: HttpsUrl | null
  readonly helpPage: HttpsUrl | null
}

/** Everything known about an address so far; a later snapshot replaces an earlier one. */
export interface Discovery {
  readonly address: string
  readonly accountType: AccountTypeId
  readonly provider: DiscoveredProvider | null
  /** Best first within each protocol. */
  readonly candidates: readonly Candidate[]
  readonly contradictions: readonly Contradiction[]
  readonly hints: readonly DiscoveryHint[]
  readonly sources: readonly SourceReport[]
  readonly complete: boolean
}
