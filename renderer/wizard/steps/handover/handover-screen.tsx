import { assertNever } from '#shared/outcome.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { PaperPage } from '#renderer/wizard/steps/handover/paper-page.tsx'
import { ProgramList } from '#renderer/wizard/steps/handover/program-list.tsx'
import { ProgramPage } from '#renderer/wizard/steps/handover/program-page.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** From the proof into a mail program: the page for the one that was chosen, or the list to choose from. */
export function HandoverScreen({ state }: { readonly state: HandoverStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { target } = state
  const back = (
    <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
      {t('back')}
    </Button>
  )
  switch (target.kind) {
    case 'program':
      return <ProgramPage state={state} target={target} back={back} />
    case 'list':
      return <ProgramList setup={state.setup} back={back} />
    case 'paper':
      return <PaperPage state={state} back={back} />
    default:
      return assertNever(target)
  }
}
