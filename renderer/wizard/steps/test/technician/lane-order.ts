import { isGood } from '#shared/finding/check-result.ts'
import { failingFirst } from '#shared/report/service-line.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import type { ResultStep, TestStep } from '#renderer/wizard/machine/state.ts'

/**
 * What fails comes first. While everything is tested nothing changes places; what a technician tests again by itself
 * stays where they are looking, at the top.
 */
export function orderedLanes({ step, lanes }: TestStep | ResultStep): readonly Lane[] {
  const again = testedAgain(lanes)
  if (again !== null) return [again, ...failingFirst(lanes).filter((lane) => lane !== again)]
  return step === 'result' ? failingFirst(lanes) : lanes
}

/** The one whose details are open before anything was clicked; `null` where all is well, or not known yet. */
export function openLane(state: TestStep | ResultStep): Lane | null {
  const [first] = orderedLanes(state)
  if (first === undefined || first === testedAgain(state.lanes)) return first ?? null
  const fails = state.step === 'result' && first.result !== null && !isGood(first.result.verdict)
  return fails ? first : null
}

function testedAgain(lanes: readonly Lane[]): Lane | null {
  return lanes.find(({ expert, result }) => expert !== undefined && result === null) ?? null
}
