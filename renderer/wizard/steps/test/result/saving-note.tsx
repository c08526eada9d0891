import { codeWords } from '#shared/i18n/finding-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'
import { provedPassword } from '#renderer/wizard/steps/test/result/summary.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** Why the password was not kept, or cannot be; the ways to finish all the same are among the page's actions. */
export function SavingNote({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { app } = useTools()
  const { secretStore } = app.capabilities
  const store = t(`store.${secretStore ?? 'keychain'}`)
  if (state.saving.state === 'failed') {
    const { title, explanation } = codeWords(state.saving.problem, t, { store })
    return (
      <div role="alert">
        <Note tone="bad">
          <b>{title}.</b> {explanation}
        </Note>
      </div>
    )
  }
  if (secretStore !== null || !provedPassword(state.lanes)) return null
  const { title, explanation } = codeWords('KEY_ABSENT', t, { store })
  return (
    <Note tone="warn">
      <b>{title}.</b> {explanation}
    </Note>
  )
}
