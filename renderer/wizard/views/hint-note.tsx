import type { ProviderHint } from '#shared/catalogue/hints.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { Note, type NoteProps } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { OpenPageButton } from '#renderer/wizard/views/open-page-button.tsx'

interface HintNoteProps {
  readonly hint: Omit<ProviderHint, 'when'>
  readonly tone: NoteProps['tone']
  readonly provider: string
}

/** Something to know about a provider, with the page where it can be done. */
export function HintNote({ hint, tone, provider }: HintNoteProps) {
  const { t } = useWords()
  const { url } = hint
  const action = url !== null && <OpenPageButton url={url} />
  return (
    <Note tone={tone} action={action}>
      {hintWords(hint, provider, t)}
    </Note>
  )
}
