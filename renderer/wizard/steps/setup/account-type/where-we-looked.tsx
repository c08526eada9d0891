import type { Discovery } from '#shared/discovery/discovery.ts'
import { sourceWords } from '#shared/i18n/discovery-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './where-we-looked.module.css'

/** For the technician: every place that was asked, and how it did. Nothing where no server need be asked. */
export function WhereWeLooked({ discovery }: { readonly discovery: Discovery }) {
  const { t } = useWords()
  const asked = discovery.sources.filter(({ status }) => status !== 'skipped')
  if (asked.length < 2) return null
  return (
    <details className={styles.places}>
      <summary>{t('account.where')}</summary>
      <ul>
        {asked.map((report) => (
          <li key={report.source} data-status={report.status}>
            {sourceWords(report, t)}
          </li>
        ))}
      </ul>
    </details>
  )
}
