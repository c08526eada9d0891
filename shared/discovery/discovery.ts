import type { AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { ProviderHint } from '#shared/catalogue/hints.ts'
import type { HttpsUrl, SignIn } from '#shared/catalogue/provider.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
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

export interface DiscoveredProvider {
  readonly id: string
  readonly name: string
  /** On the day of the look-up. */
  readonly kind: 'mailbox' | 'closed' | 'outgoing-only'
  readonly why: Reason
  /** Told by hearsay: the wizard says "probably", and looks at the servers before anything is sent there. */
  readonly certainty?: 'probable'
  /** The ways to sign in that are good on the day of the look-up, best first. */
  readonly signIn: readonly SignIn['kind'][]
  /** The services at which no password is of use to any customer that day; missing where there is none. */
  readonly noPasswordAt?: readonly Protocol[]
  readonly appPasswordPage: HttpsUrl | null
  readonly appPasswordFormat?: AppPasswordFormat
  readonly helpPage: HttpsUrl | null
}

/** Everything known about an address so far; a later snapshot replaces an earlier one. */
export interface Discovery {
  readonly address: string
  /** The day of the look-up, `2026-11-20`: what providers accept changes with it. */
  readonly day: string
  readonly accountType: AccountTypeId
  readonly provider: DiscoveredProvider | null
  /** Best first within each protocol. */
  readonly candidates: readonly RankedCandidate[]
  readonly contradictions: readonly Contradiction[]
  readonly hints: readonly ProviderHint[]
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

/** Who names servers that no entry of the catalogue has, and by which of them; `null` where all are usual names. */
export function toldBy(
  candidates: readonly RankedCandidate[],
): { readonly who: 'published' | 'listed'; readonly candidate: RankedCandidate } | null {
  const told = candidates.find(({ trust }) => trust !== 'guess')
  const candidate = told ?? candidates.find(({ why }) => why.kind === 'once-listed')
  if (candidate === undefined) return null
  const isList = candidate.trust === 'public-list' || candidate.why.kind === 'once-listed'
  return { who: isList ? 'listed' : 'published', candidate }
}
