import type { ArrivalFacts } from '#shared/arrival/facts.ts'
import type { ArrivalFinding, ArrivalStep, Subject } from '#shared/arrival/report.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'

/** What is thought of one subject; the subject itself is the judgement's. */
export type Opinion = Omit<ArrivalFinding, 'subject'>

/** Looks at one subject. It is pure: the same facts always give the same opinion. */
export interface Judgement {
  readonly subject: Subject
  readonly judge: (facts: ArrivalFacts) => Opinion
}

type Rest = Partial<Pick<Opinion, 'proof' | 'records' | 'facts' | 'turn'>>

export function good(facts: FindingFacts = {}, rest: Rest = {}): Opinion {
  return {
    code: 'OK',
    severity: 'ok',
    proof: 'published',
    turn: 'nobody',
    steps: ['nothing'],
    records: [],
    ...rest,
    facts,
  }
}

/** The user, as domain administrator, can change it, unless `rest` says otherwise. */
export function bad(
  code: Opinion['code'],
  severity: 'info' | 'warning' | 'error',
  steps: readonly [ArrivalStep, ...ArrivalStep[]],
  rest: Rest = {},
): Opinion {
  return { code, severity, proof: 'published', turn: 'you', facts: {}, records: [], steps, ...rest }
}

/** No answer is not an answer: nothing is said about what is there. */
export function notAsked(): Opinion {
  return bad('ARRIVE_DNS_FAIL', 'info', ['look-again'], { turn: 'network' })
}
