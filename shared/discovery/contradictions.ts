import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import type { Contradiction } from '#shared/discovery/discovery.ts'

/** Usual names are no statement of a source, so they contradict none. */
const SILENT: ReadonlySet<RankedCandidate['source']> = new Set(['guess', 'proposal', 'account-type'])

/**
 * Where two sources name different hosts for the same service. The first source is believed; every other that shares
 * none of its hosts contradicts it, each host once.
 * @param answers the candidates of each source, the most trusted source first
 */
export function findContradictions(
  answers: readonly (readonly RankedCandidate[])[],
): readonly Contradiction[] {
  return PROTOCOLS.flatMap((protocol) => {
    const voices = answers
      .map((candidates) => candidates.filter((candidate) => speaksFor(protocol, candidate)))
      .filter((candidates) => candidates.length > 0)
    const [believed = [], ...others] = voices
    const hosts = new Set(believed.map(({ endpoint }) => endpoint.host))
    return others.flatMap((candidates) => {
      const [chosen] = believed
      const [other] = candidates
      if (chosen === undefined || other === undefined) return []
      if (candidates.some(({ endpoint }) => hosts.has(endpoint.host))) return []
      hosts.add(other.endpoint.host)
      return [{ chosen, other }]
    })
  })
}

/** A hint says "probably": it has not denied what others know. */
function speaksFor(protocol: Protocol, { endpoint, source, trust }: RankedCandidate): boolean {
  return endpoint.protocol === protocol && !SILENT.has(source) && trust !== 'guess'
}
