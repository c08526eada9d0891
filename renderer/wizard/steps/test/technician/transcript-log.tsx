import type { TranscriptLine } from '#shared/domain/evidence.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './transcript-log.module.css'

/** The server log, each line with its milliseconds since the test began. Long lines wrap, and none is cut. */
export function TranscriptLog({ lines }: { readonly lines: readonly TranscriptLine[] }) {
  const { t } = useWords()
  if (lines.length === 0) return <p className={styles.none}>{t('technician.no-log')}</p>
  return (
    <ol dir="ltr" className={styles.log}>
      {lines.map(({ direction, text, atMs, encrypted }, index) => (
        <li key={index} data-direction={direction} data-encrypted={encrypted}>
          <span className={styles.time}>{Math.round(atMs)}</span>
          <span className="unseen">{t(`transcript.${direction}`)}</span>
          <span className={styles.mark} aria-hidden="true">
            {direction === 'sent' ? '>' : '<'}
          </span>
          <span className={styles.text}>{text}</span>
        </li>
      ))}
    </ol>
  )
}
