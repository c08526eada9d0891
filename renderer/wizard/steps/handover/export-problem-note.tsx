import type { ExportFormat } from '#shared/exporters/export-format.ts'
import type { ExportProblem } from '#shared/exporters/make-export.ts'
import { exportProblemWords } from '#shared/i18n/export-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

interface ExportProblemNoteProps {
  readonly problem: ExportProblem
  readonly format: ExportFormat
}

/** Why nothing is made. */
export function ExportProblemNote({ problem, format }: ExportProblemNoteProps) {
  const { t } = useWords()
  const { title, explanation } = exportProblemWords(problem, format, t)
  return (
    <Note tone="bad">
      <b>{title}.</b> {explanation}
    </Note>
  )
}
