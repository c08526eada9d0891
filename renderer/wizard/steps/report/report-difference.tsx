import { comparisonLead, differenceLines, resultWords } from '#shared/report/comparison-lines.ts'
import { compareReports } from '#shared/report/report-comparison.ts'
import type { Report } from '#shared/report/report.ts'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './report.module.css'

interface ReportDifferenceProps {
  readonly first: Report
  readonly second: Report
  /** What the second one is: another file, or the result the page was opened from. */
  readonly names: 'two-reports' | 'with-present'
}

/** Two reports side by side, a row for each service, and under it what else was otherwise. */
export function ReportDifference({ first, second, names }: ReportDifferenceProps) {
  const { t } = useWords()
  const comparison = compareReports(first, second)
  const lead = comparisonLead(comparison, first, second, t)
  const columns = [
    t('comparison.service'),
    t('report.compare.first'),
    t(names === 'two-reports' ? 'report.compare.second' : 'report.compare.present'),
    t('report.compare.title'),
  ]
  return (
    <section className={styles.difference} aria-labelledby="difference-title">
      <h2 id="difference-title">{t('report.compare.title')}</h2>
      {lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Table label={columns.slice(1, 3).join(' – ')} columns={columns} className={styles.changes}>
        {comparison.services.map((service) => (
          <tr key={service.protocol} data-change={service.change}>
            <th scope="row">{t(`service.${service.protocol}`)}</th>
            <td>{resultWords(service.first, t)}</td>
            <td>{resultWords(service.second, t)}</td>
            <td>
              <b>{t(`report.compare.${service.change}`)}</b>
              <ul>
                {differenceLines(service, t).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
