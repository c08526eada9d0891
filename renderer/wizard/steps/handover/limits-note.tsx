import type { ExportFormat } from '#shared/exporters/export-format.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import { limitReason } from '#shared/i18n/export-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './handover.module.css'

interface LimitsNoteProps {
  readonly format: ExportFormat
  readonly limits: readonly ExportLimit[]
}

/** What a format does not carry, said before it is made. */
export function LimitsNote({ format, limits }: LimitsNoteProps) {
  const { t } = useWords()
  if (limits.length === 0) return null
  return (
    <Note tone="info">
      <b>{t('handover.file.before')}</b>
      <ul className={styles.limits}>
        {limits.map((limit) => (
          <li key={limit.kind}>{limitReason(limit, format, t)}</li>
        ))}
      </ul>
    </Note>
  )
}
