import { isAbsence, lookUpCode, type LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { RecognisedProvider, SourceAnswer } from '#shared/discovery/source-answer.ts'
import type { SourceReport } from '#shared/discovery/discovery.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { Candidate, CandidateSource } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { HttpFetch, Resolver } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** What a source may use. There is no credential in here, and no way to get one. */
export interface DiscoveryContext {
  readonly address: EmailAddress
  /** The day sign-in rules are judged by, `2026-11-20`. */
  readonly date: string
  /** Every question is asked once; the sources share the answer. */
  readonly resolver: Resolver
  /** For what a record, a document or a list leads to: outside alone. */
  readonly fetch: HttpFetch
  /** For the fixed names of the domain the user typed, which may be in the network around. */
  readonly fetchFromDomain: HttpFetch
  /** For looking at servers without signing in. */
  readonly tools: ProbeTools
  readonly signal: AbortSignal
}

export type SourceResult = Omit<SourceAnswer, 'report'> & Pick<SourceReport, 'status' | 'code'>

/**
 * One way to find settings. Sources run side by side; the order of the registry says whom to believe. A new one is a
 * file in this folder and a line in the registry.
 */
export interface DiscoverySource {
  readonly id: CandidateSource
  /**
   * `built-in`: opens no socket; asked with `--offline` too, and where one of them knows the domain no
   * other source is asked. `word`: published by the domain itself, and waited for even when another source has
   * answered, so that contradictions show. `hearsay`: what others know about the domain, superfluous once it has
   * answered. `guess`: asked only when all the others take long or have nothing. None calls off one of a higher rank,
   * and an answer that is no more than a hint (`isHint`) calls off nobody.
   */
  readonly rank: 'built-in' | 'word' | 'hearsay' | 'guess'
  /**
   * `nothing`: opens no socket and is asked with `--offline` too, as those that are built in are. `name-servers`: reads
   * records and nothing else.
   */
  readonly needs?: 'nothing' | 'name-servers'
  ask(context: DiscoveryContext): Promise<SourceResult> | SourceResult
}

/** Whether a source answers from what is on this computer. */
export function opensNoSocket({ rank, needs }: DiscoverySource): boolean {
  return rank === 'built-in' || needs === 'nothing'
}

/** Whether a source asks none but the domain itself and name servers, so that thousands of domains may be looked at. */
export function asksTheDomainAlone(source: DiscoverySource): boolean {
  return opensNoSocket(source) || source.rank === 'word' || source.needs === 'name-servers'
}

export const NOTHING: SourceResult = { status: 'nothing', code: null, provider: null, candidates: [] }

export function found(
  candidates: readonly Candidate[],
  provider: RecognisedProvider | null = null,
): SourceResult {
  return { status: 'found', code: null, provider, candidates }
}

/** The source has no settings, but something to say. */
export function noted(...notes: readonly DiscoveryNote[]): SourceResult {
  return notes.length === 0 ? NOTHING : { ...NOTHING, notes }
}

/** The source was asked and has nothing, or could not be asked. */
export function missed(fault: LookUpFault): SourceResult {
  return { ...NOTHING, status: isAbsence(fault) ? 'nothing' : 'failed', code: lookUpCode(fault) }
}
