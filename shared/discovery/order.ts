import type { Candidate, CandidateSource } from '#shared/domain/candidate.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'

/** The documents of the domain itself. */
const OWN_FILES: ReadonlySet<CandidateSource> = new Set<CandidateSource>([
  'pacc',
  'autoconfig',
  'well-known',
  'mailconf',
])

/** Whether an answer is no more than a hint: each of its servers is looked at before anything is sent there. */
export function isHint({ provider, candidates }: Pick<SourceAnswer, 'provider' | 'candidates'>): boolean {
  const isUncertain = provider === null ? candidates.length > 0 : provider.certainty === 'probable'
  return isUncertain && candidates.every(isUnproved)
}

function isUnproved({ trust }: Candidate): boolean {
  return trust === 'guess'
}

/**
 * The answers, the most trusted first. Their own order is that of the sources; what is only a hint comes after what is
 * known, and a hoster that sells several products after a file of the domain itself, which knows the product.
 */
export function inOrderOfTrust(answers: readonly SourceAnswer[]): readonly SourceAnswer[] {
  const lastFile = answers.findLastIndex(
    ({ report, candidates }) => OWN_FILES.has(report.source) && candidates.length > 0,
  )
  const place = (answer: SourceAnswer, index: number) => {
    if (answer.report.source === 'proposal') return 3 * answers.length
    if (isHint(answer)) return 2 * answers.length + index
    return answer.yields === 'to-own-file' && index < lastFile ? lastFile + 0.5 : index
  }
  return answers
    .map((answer, index) => ({ answer, place: place(answer, index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ answer }) => answer)
}
