import type { Discovery } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { hintWords, noteWords, reasonWords } from '#shared/i18n/discovery-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The JSON of `discover`: a stable interface. */
export function discoveryJson(discovery: Discovery, t: Translate) {
  const { address, provider, candidates, contradictions, hints, notes, sources } = discovery
  return {
    schema: 1,
    address,
    provider:
      provider === null
        ? null
        : {
            id: provider.id,
            name: provider.name,
            certainty: provider.certainty ?? 'known',
            why: reasonWords(provider.why, t),
          },
    candidates: candidates.map((candidate) => candidateJson(candidate, t)),
    contradictions: contradictions.map(({ chosen, other }) => ({
      chosen: candidateJson(chosen, t),
      other: candidateJson(other, t),
    })),
    hints: hints.map((hint) => ({
      when: hint.when,
      kind: hint.kind,
      text: hintWords(hint, provider?.name ?? address, t),
      url: hint.url,
      date: hint.end?.day ?? null,
    })),
    notes: notes.map((note) => ({ ...note, text: noteWords([note], t).join(' ') })),
    sources,
  }
}

function candidateJson(candidate: RankedCandidate, t: Translate) {
  const { endpoint, userName, auth, source, trust, why, otherDomain } = candidate
  const { protocol, host, port, security } = endpoint
  return {
    protocol,
    host,
    port,
    security,
    userName,
    auth,
    source,
    trust,
    why: reasonWords(why, t),
    otherDomain,
  }
}
