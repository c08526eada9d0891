import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Candidate, CandidateSource, Reason, Trust } from '#shared/domain/candidate.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readAutoconfig } from '#engine/discovery/autoconfig/document.ts'
import { candidatesIn } from '#engine/discovery/autoconfig/servers.ts'
import type { DiscoveryContext } from '#engine/discovery/source.ts'

export interface SettingsOrder {
  readonly url: string
  readonly source: CandidateSource
  readonly trust: Trust
  /** `host` is who answered in the end. */
  readonly why: (host: string) => Reason
}

/** Fetches one autoconfig document and reads what it offers for the address. The address itself stays here. */
export async function fetchSettings(
  { url, source, trust, why }: SettingsOrder,
  { address, fetch, signal }: DiscoveryContext,
): Promise<Outcome<readonly Candidate[], LookUpFault>> {
  const document = await fetch(url, signal)
  if (!document.ok) return document
  const { host, body } = document.value
  const sections = readAutoconfig(body)
  if (!sections.ok) return sections
  const candidates = candidatesIn(sections.value, address, { source, trust, why: why(host) })
  return candidates.length === 0 ? fail({ kind: 'document', why: 'no-servers' }) : ok(candidates)
}
