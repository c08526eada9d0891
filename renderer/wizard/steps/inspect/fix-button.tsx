import { READERS } from '#shared/programs/readers/readers.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** Beside the place where the user would change it: Mailwright can, too. There is none where it cannot. */
export function FixButton({ state: { fixing, inspecting, subject } }: { readonly state: InspectStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  if (fixing.offer === null || fixing.view === 'lines') return null
  if (inspecting.state !== 'ready' && inspecting.state !== 'judged') return null
  const { reviewId } = inspecting.review
  return (
    <div>
      <Button onClick={() => wizard.dispatch({ type: 'fix-reported', reviewId, fixing: { view: 'lines' } })}>
        {t('inspected.fix.open', { program: READERS[subject.client].program })}
      </Button>
    </div>
  )
}
