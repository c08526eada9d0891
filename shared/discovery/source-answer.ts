import type { Provider } from '#shared/catalogue/provider.ts'
import type { SourceReport } from '#shared/discovery/discovery.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { Candidate, Reason } from '#shared/domain/candidate.ts'

/** The provider that a source has recognised. */
export interface RecognisedProvider {
  readonly facts: Provider
  readonly why: Reason
  readonly certainty?: 'probable'
}

/** What one source had to say. */
export interface SourceAnswer {
  readonly report: SourceReport
  readonly provider: RecognisedProvider | null
  readonly candidates: readonly Candidate[]
  readonly notes?: readonly DiscoveryNote[]
  /** Which of several products of a provider it is, a file of the domain itself knows better. */
  readonly yields?: 'to-own-file'
}
