import type { PdfRefusal, SavedExport } from '#shared/contract/saved-export.ts'
import type { Outcome } from '#shared/outcome.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { PlaceRefusalWords } from '#renderer/wizard/steps/handover/refusal-words.tsx'

type PdfResult = Outcome<SavedExport, PdfRefusal>

/** What has become of the PDF. */
export type PdfSaving =
  | { readonly state: 'not-yet' }
  | { readonly state: 'busy' }
  | { readonly state: 'ended'; readonly outcome: PdfResult }

/** How it was saved, or why not; nothing where the user closed the dialog. */
export function PdfOutcome({ outcome }: { readonly outcome: PdfResult }) {
  const { t } = useWords()
  if (!outcome.ok) {
    if (outcome.error.kind === 'not-made') return <Note tone="bad">{t('handover.paper.not-made')}</Note>
    return <PlaceRefusalWords refusal={outcome.error} />
  }
  return (
    outcome.value.state === 'saved' && <p>{t('handover.paper.saved-as', { name: outcome.value.file })}</p>
  )
}
