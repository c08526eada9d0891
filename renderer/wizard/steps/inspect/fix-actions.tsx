import type { FixOffer } from '#shared/programs/fix/fix-offer.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface FixActionsProps {
  readonly state: InspectStep
  readonly offer: FixOffer
}

/** From the lines that would change: to the change, to a test of the new values, or back. */
export function FixActions({ state: { subject, inspecting, fixing }, offer: { next } }: FixActionsProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const leave = () => {
    if (fixing.trial !== 'none') void wizard.inspection.again()
    else if (inspecting.state !== 'looking-up') {
      const { reviewId } = inspecting.review
      wizard.dispatch({ type: 'fix-reported', reviewId, fixing: { view: 'button', problem: null } })
    }
  }
  return (
    <>
      <Button variant="quiet" onClick={leave}>
        {t('inspected.fix.leave')}
      </Button>
      <Button variant="main" onClick={() => void wizard.fix[next]()}>
        {t(`inspected.fix.${next}`, { program: READERS[subject.client].program })}
      </Button>
    </>
  )
}
