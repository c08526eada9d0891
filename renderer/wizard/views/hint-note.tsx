import type { ProviderHint } from '#shared/catalogue/hints.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note, type NoteProps } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface HintNoteProps {
  readonly hint: Omit<ProviderHint, 'when'>
  readonly tone: NoteProps['tone']
  readonly provider: string
}

/** Something to know about a provider, with the page where it can be done. */
export function HintNote({ hint, tone, provider }: HintNoteProps) {
  const { t } = useWords()
  const { engine } = useTools()
  const { url } = hint
  const action = url !== null && (
    <Button variant="quiet" onClick={() => void engine.app.open({ url })}>
      {t('open-page')} <Icon name="outside" />
    </Button>
  )
  return (
    <Note tone={tone} action={action}>
      {hintWords(hint, provider, t)}
    </Note>
  )
}
