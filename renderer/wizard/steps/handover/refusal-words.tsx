import type { ExportRefusal } from '#shared/contract/saved-export.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

interface RefusalWordsProps {
  readonly refusal: ExportRefusal
  readonly program: string
}

type PlaceRefusal = Extract<ExportRefusal, { readonly kind: 'place' }>

/** Why no file can be written where the user wanted it. */
export function PlaceRefusalWords({ refusal: { problem, folder } }: { readonly refusal: PlaceRefusal }) {
  const { t } = useWords()
  return <Note tone="bad">{t(`cli.place.${problem}`, { folder })}</Note>
}

/** Why the file is not where the user wanted it. */
export function RefusalWords({ refusal, program }: RefusalWordsProps) {
  const { t } = useWords()
  if (refusal.kind === 'place') return <PlaceRefusalWords refusal={refusal} />
  const { title, explanation } = codeWords(refusal.code, t, { program, value: '' })
  return (
    <Note tone="bad">
      <b>{title}.</b> {explanation}
    </Note>
  )
}
