import type { Action } from '#shared/finding/action.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts, Turn } from '#shared/finding/finding.ts'
import type { JudgedSituation } from '#shared/diagnosis/situation.ts'

/** What a rule concludes; stage, endpoint and whether the password was sent follow from the situation. */
export interface Conclusion {
  readonly turn: Turn
  readonly actions: readonly [Action, ...Action[]]
  readonly facts?: FindingFacts
}

/**
 * One cause. A rule sees evidence and says whether its cause fits; it opens no socket, writes no words and reads none:
 * what a reply means is in the situation.
 * Rules are asked in the order of the registry, the first that fits speaks.
 */
export interface Rule {
  readonly code: Code
  readonly conclude: (situation: JudgedSituation) => Conclusion | null
}
