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

/** The services whose details are open before anything was clicked: the first that fails, and what was tested again. */
export function openLanes(state: TestStep | ResultStep): readonly Lane[] {
  const [first] = orderedLanes(state)
  const fails = (lane: Lane) => lane.result !== null && !isGood(lane.result.verdict)
  return state.lanes.filter(
    (lane) => lane.expert !== undefined || (state.step === 'result' && lane === first && fails(lane)),
  )
}

function testedAgain(lanes: readonly Lane[]): Lane | null {
  return lanes.find(({ expert, result }) => expert !== undefined && result === null) ?? null
}
