import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { CandidateSource } from '#shared/domain/candidate.ts'
import type { SourceAnswer } from '#shared/discovery/assemble.ts'
import type { Resolver } from '#engine/ports.ts'

/** What a source may use. There is no credential in here, and no way to get one. */
export interface DiscoveryContext {
  readonly address: EmailAddress
  /** The day sign-in rules are judged by, `2026-11-20`. */
  readonly date: string
  readonly resolver: Resolver
  readonly signal: AbortSignal
}

export type SourceResult = Omit<SourceAnswer, 'report'> & {
  readonly status: SourceAnswer['report']['status']
}

/**
 * One way to find settings. Sources run side by side; the order of the registry says whom to believe. A new one is a
 * file in this folder and a line in the registry.
 */
export interface DiscoverySource {
  readonly id: CandidateSource
  /** `false` for a source that opens no socket: those are all that `--offline` asks. */
  readonly usesNetwork: boolean
  ask(context: DiscoveryContext): Promise<SourceResult> | SourceResult
}

export const NOTHING: SourceResult = { status: 'nothing', provider: null, candidates: [] }
