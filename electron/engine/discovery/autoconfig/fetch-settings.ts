import type { CandidateSource, Reason, Trust } from '#shared/domain/candidate.ts'
import { readAutoconfig } from '#engine/discovery/autoconfig/document.ts'
import { notesIn } from '#engine/discovery/autoconfig/notes.ts'
import { candidatesIn, offersOnlyOpenLines } from '#engine/discovery/autoconfig/servers.ts'
import { found, missed, type DiscoveryContext, type SourceResult } from '#engine/discovery/source.ts'

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
  { address, fetch, signal }: Pick<DiscoveryContext, 'address' | 'fetch' | 'signal'>,
): Promise<SourceResult> {
  const fetched = await fetch(url, signal)
  if (!fetched.ok) return missed(fetched.error)
  const { host, body } = fetched.value
  const document = readAutoconfig(body)
  if (!document.ok) return missed(document.error)
  const { sections } = document.value
  const candidates = candidatesIn(sections, address, { source, trust, why: why(host) })
  const domain = address.domain.unicode
  const notes = notesIn(document.value, { domain, host })
  if (candidates.length > 0) return { ...found(candidates), notes }
  if (offersOnlyOpenLines(sections))
    return {
      ...missed({ kind: 'document', why: 'no-encryption' }),
      notes: [{ kind: 'no-encryption', domain, host }, ...notes],
    }
  const hasOffers = notes.some(({ kind }) => kind === 'also-offers')
  return hasOffers ? { ...found([]), notes } : { ...missed({ kind: 'document', why: 'no-servers' }), notes }
}
