import type { ArrivalStep, Subject } from '#shared/arrival/report.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { ArrivalPlan } from '../support/arrival/ask.ts'

/** One state of the world, and what is to be said about it. */
export interface Situation {
  readonly name: string
  readonly subject: Subject
  readonly plan: ArrivalPlan
  readonly code: Code
  readonly turn: Turn
  readonly first: ArrivalStep
  /** Every record that is offered: `replace example.org TXT v=spf1 …`. */
  readonly records?: readonly string[]
  readonly proof?: 'message' | 'published' | 'indication'
}

export type Row = readonly [
  name: string,
  plan: ArrivalPlan,
  code: Code,
  turn: Turn,
  first: ArrivalStep,
  more?: Pick<Situation, 'records' | 'proof'>,
]

export function about(subject: Subject, rows: readonly Row[]): readonly Situation[] {
  return rows.map(([name, plan, code, turn, first, more = {}]) => ({
    name,
    subject,
    plan,
    code,
    turn,
    first,
    ...more,
  }))
}
