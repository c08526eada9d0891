import type { AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { PasswordEnd } from '#shared/catalogue/endings.ts'
import type { HintKind, HttpsUrl, SignIn } from '#shared/catalogue/provider.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { CandidateSource, RankedCandidate, Reason } from '#shared/domain/candidate.ts'

/** How one source of settings did. */
export interface SourceReport {
  readonly source: CandidateSource
  /** `asking` is seen only before everything is complete. */
  readonly status: 'asking' | 'found' | 'nothing' | 'failed' | 'skipped'
  /** What kept it from answering, or `null`. */
  readonly code: Code | null
  readonly durationMs: number
}

/** Two sources that name different servers for the same service, and which one was believed. */
export interface Contradiction {
  readonly chosen: RankedCandidate
  readonly other: RankedCandidate
}

export interface DiscoveryHint {
  readonly when: 'before' | 'after'
  /** The last three follow from a date or from the domain of the address, the others stand in the catalogue. */
  readonly kind: HintKind | 'sign-in-ends' | 'service-ends' | 'own-domain-user-name'
  readonly url: HttpsUrl | null
  /** For `sign-in-ends`: what ends when, and what takes its place. */
  readonly end?: PasswordEnd
  /** For `service-ends`: the last day, `2027-03-31`. */
  readonly day?: string
}

export interface DiscoveredProvider {
  readonly id: string
  readonly name: string
  readonly kind: 'mailbox' | 'closed' | 'outgoing-only'
  readonly why: Reason
  /** Told by hearsay: the wizard says "probably", and looks at the servers before anything is sent there. */
  readonly certainty?: 'probable'
  /** The ways to sign in that are good on the day of the look-up, best first. */
  readonly signIn: readonly SignIn['kind'][]
  readonly appPasswordPage: HttpsUrl | null
  readonly appPasswordFormat?: AppPasswordFormat
  readonly helpPage: HttpsUrl | null
}

/** Everything known about an address so far; a later snapshot replaces an earlier one. */
export interface Discovery {
  readonly address: string
  readonly accountType: AccountTypeId
  readonly provider: DiscoveredProvider | null
  /** Best first within each protocol. */
  readonly candidates: readonly RankedCandidate[]
  readonly contradictions: readonly Contradiction[]
  readonly hints: readonly DiscoveryHint[]
  /** What else was learned about the domain. */
  readonly notes: readonly DiscoveryNote[]
  readonly sources: readonly SourceReport[]
  readonly complete: boolean
}

/**
 * The notes worth a sentence beside what was found. That a filter hides the mailbox is none where it is known all the
 * same, or where the reason for the provider names the filter already.
 */
export function unsaidNotes({
  provider,
  candidates,
  notes,
}: Pick<Discovery, 'provider' | 'candidates' | 'notes'>): readonly DiscoveryNote[] {
  const isHidden = provider === null && candidates.every(({ trust }) => trust === 'guess')
  return isHidden ? notes : notes.filter(({ kind }) => kind !== 'filtered')
}

/** Sources that do not ask the network; and guessing, because most guesses get no answer anyway. */
const AT_HAND: ReadonlySet<CandidateSource> = new Set<CandidateSource>([
  'catalogue',
  'collections',
  'policy',
  'account-type',
  'proposal',
  'typed',
  'guess',
])

/** Whether no question got an answer: then it is not the domain that has nothing to say. */
export function isCutOff({ complete, sources }: Pick<Discovery, 'complete' | 'sources'>): boolean {
  const asked = sources.filter(({ source, status }) => !AT_HAND.has(source) && status !== 'skipped')
  return complete && asked.length > 0 && asked.every(({ status }) => status === 'failed')
}

/** Whether there is something to go on with: the sources still being asked can only contradict. */
export function isUsable({ complete, provider, candidates }: Discovery): boolean {
  const protocols = new Set(
    candidates.filter((candidate) => !isHearsay(candidate)).map(({ endpoint }) => endpoint.protocol),
  )
  const both = protocols.has('smtp') && (protocols.has('imap') || protocols.has('pop3'))
  const isKnown = provider !== null && provider.certainty !== 'probable'
  return complete || isKnown || both
}

/** A better source may still answer; servers under usual names have answered already. */
function isHearsay({ source, trust }: RankedCandidate): boolean {
  return source === 'proposal' || (trust === 'guess' && source !== 'guess' && source !== 'catalogue')
}
