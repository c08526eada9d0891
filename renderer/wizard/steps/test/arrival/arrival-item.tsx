import type { ArrivalFinding } from '#shared/arrival/report.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import { Icon, type IconName } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { RecordCard } from '#renderer/wizard/steps/test/arrival/record-card.tsx'
import styles from './arrival.module.css'

const MARKS = {
  ok: 'check',
  info: 'info',
  warning: 'exclamation',
  error: 'cross',
} as const satisfies Record<ArrivalFinding['severity'], IconName>

/** One subject: a mark, what it means, and what to enter where. */
export function ArrivalItem({ finding }: { readonly finding: ArrivalFinding }) {
  const { t } = useWords()
  const { severity, records, code } = finding
  const { subject, title, explanation, turn, steps, proof } = arrivalWords(finding, t)
  const [first, ...more] = steps
  return (
    <li className={styles.item} data-severity={severity} data-subject={finding.subject}>
      <span className={styles.mark}>
        <Icon name={MARKS[severity]} />
        <span className="unseen">{t(`arrival.mark.${severity}`)}</span>
      </span>
      <div className={styles.words}>
        <p className={styles.subject}>{subject}</p>
        <h3>{title}</h3>
        <p>{explanation}</p>
        {turn !== null && <p>{turn}</p>}
        {first !== undefined && <p className={styles.step}>{first}</p>}
        {records.map((record) => (
          <RecordCard key={`${record.change} ${record.name} ${record.value}`} record={record} />
        ))}
        <details>
          <summary>{t('arrival.details')}</summary>
          <ul className={styles.details}>
            <li>
              <code>{code}</code> · {proof}
            </li>
            {more.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  )
}
