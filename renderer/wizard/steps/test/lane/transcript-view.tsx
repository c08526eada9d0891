import type { TranscriptLine } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { Scrolled } from '#renderer/components/scrolled.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './lane-details.module.css'

interface TranscriptViewProps {
  readonly protocol: Protocol
  readonly lines: readonly TranscriptLine[]
}

/** The conversation as it was, passwords replaced; what came before the encryption is reduced to keywords. */
export function TranscriptView({ protocol, lines }: TranscriptViewProps) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('transcript.title')}</h3>
      <Scrolled label={`${t('transcript.title')}: ${t(`service.${protocol}`)}`} className={styles.transcript}>
        <ol dir="ltr">
          {lines.map((line, index) => (
            <li key={index} data-direction={line.direction} data-encrypted={line.encrypted}>
              <span className="unseen">{t(`transcript.${line.direction}`)}</span>
              {line.text}
            </li>
          ))}
        </ol>
      </Scrolled>
    </section>
  )
}
