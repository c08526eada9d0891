import type { ResultStep, TestStep } from '#renderer/wizard/machine/state.ts'
import { MechanismTrials } from '#renderer/wizard/steps/test/survey/mechanism-trials.tsx'
import { PortSurvey } from '#renderer/wizard/steps/test/survey/port-survey.tsx'
import { openLanes, orderedLanes } from '#renderer/wizard/steps/test/technician/lane-order.ts'
import { ServiceBlock } from '#renderer/wizard/steps/test/technician/service-block.tsx'

/** The details of each service, what fails first and open; and, after the test, what can be looked at besides. */
export function TechnicianView({ state }: { readonly state: TestStep | ResultStep }) {
  const opened = openLanes(state)
  return (
    <>
      <div>
        {orderedLanes(state).map((lane) => (
          <ServiceBlock
            key={lane.endpoint.protocol}
            lane={lane}
            state={state}
            open={opened.includes(lane) ? 'open' : 'closed'}
          />
        ))}
      </div>
      {state.step === 'result' && <MechanismTrials setupId={state.setupId} />}
      {state.step === 'result' && <PortSurvey setupId={state.setupId} />}
    </>
  )
}
