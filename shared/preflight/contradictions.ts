import type { Discovery } from '#shared/discovery/discovery.ts'
import type { CandidateSource } from '#shared/domain/candidate.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { reasonWords } from '#shared/i18n/discovery-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** Two sources that name different servers, or servers of a domain that takes no mail. */
export interface LineContradiction {
  readonly kind: 'servers' | 'null-mx'
  readonly protocol: Protocol | null
  readonly chosen: { readonly source: CandidateSource; readonly host: string } | null
  readonly other: { readonly source: CandidateSource; readonly host: string }
  readonly text: string
}

/** What the records and documents of a domain say against each other, and against that it takes no mail. */
export function contradictionsOf(discovery: Discovery, t: Translate): readonly LineContradiction[] {
  const { candidates, contradictions, notes } = discovery
  const servers = contradictions.map(({ chosen, other }): LineContradiction => {
    const [protocol, host] = [chosen.endpoint.protocol, other.endpoint.host]
    return {
      kind: 'servers',
      protocol,
      chosen: { source: chosen.source, host: chosen.endpoint.host },
      other: { source: other.source, host },
      text: t('preflight.contradiction', {
        protocol,
        chosen: chosen.endpoint.host,
        why: reasonWords(chosen.why, t),
        other: host,
        otherWhy: reasonWords(other.why, t),
      }),
    }
  })
  const stray = candidates.find(({ trust }) => trust !== 'guess')
  if (stray === undefined || !notes.some(({ kind }) => kind === 'no-mail')) return servers
  const { source, why, endpoint } = stray
  const text = t('preflight.null-mx', { why: reasonWords(why, t), host: endpoint.host })
  return [
    { kind: 'null-mx', protocol: null, chosen: null, other: { source, host: endpoint.host }, text },
    ...servers,
  ]
}
