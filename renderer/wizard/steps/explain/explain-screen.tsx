import { causeWords } from '#shared/i18n/explanation-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ExplainStep } from '#renderer/wizard/machine/state.ts'
import { Answer } from '#renderer/wizard/steps/explain/answer.tsx'
import { PastedForm } from '#renderer/wizard/steps/explain/pasted-form.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** What an error text means: the text, and the answer below it. */
export function ExplainScreen({ state }: { readonly state: ExplainStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { explanation } = state
  return (
    <Page
      title={t('explain.title')}
      lead={t('explain.lead')}
      focus="field"
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
    >
      <PastedForm state={state} />
      {/* The answer itself has buttons; a live region with buttons is read out with all of them. */}
      <p className="unseen" role="status">
        {explanation?.causes.map((cause) => {
          const words = causeWords(cause, t)
          return `${words.title}. ${words.explanation} `
        })}
      </p>
      {explanation !== null && <Answer state={state} explanation={explanation} />}
    </Page>
  )
}
