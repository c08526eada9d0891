import { findingWords } from '#shared/i18n/finding-words.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { firstAnswers } from '#shared/report/first-answers.ts'
import { hintLines, networkColumns, networkRows, stepLines } from '#shared/report/report-lines.ts'
import type { Report } from '#shared/report/report.ts'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { EncryptedLine } from '#renderer/wizard/steps/test/lane/encrypted-line.tsx'
import { LaneDetails } from '#renderer/wizard/steps/test/lane/lane-details.tsx'
import styles from './report.module.css'

/** A report as it was saved: the ten answers, each service with its line and its causes, and the network. */
export function ReportView({ report }: { readonly report: Report }) {
  const { t } = useWords()
  return (
    <>
      <dl className={styles.answers}>
        {firstAnswers(report, t).map(({ question, label, lines }) => (
          <div key={question}>
            <dt>{label}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
      {report.endpoints.map((result) => (
        <Service key={result.endpoint.protocol} result={result} address={report.address} />
      ))}
      <Network report={report} />
    </>
  )
}

function Service({ result, address }: { readonly result: EndpointResult; readonly address: string }) {
  const { t } = useWords()
  const { endpoint, evidence } = result
  const lane = { endpoint, stages: evidence.stages, waiting: null, result }
  return (
    <section className={styles.service} data-protocol={endpoint.protocol}>
      <h2>
        {t(`service.${endpoint.protocol}`)}: {verdictWords(result, t)}
      </h2>
      <EncryptedLine lane={lane} />
      {result.findings.map((finding) => (
        <Cause key={finding.code} finding={finding} address={address} />
      ))}
      <LaneDetails lane={lane} />
    </section>
  )
}

/** SECURITY: next steps are words here and no buttons: an attacker who wrote the report must not have one pressed. */
function Cause({ finding, address }: { readonly finding: Finding; readonly address: string }) {
  const { t } = useWords()
  const { title, explanation, password } = findingWords(finding, t)
  const lines = [...hintLines(finding, t), ...stepLines(finding, address, t)]
  return (
    <div className={styles.cause}>
      <h3>{title}</h3>
      <p>{explanation}</p>
      {finding.serverSaid !== null && (
        <p>
          {t('server-said')}: <q>{finding.serverSaid}</q>
        </p>
      )}
      <p>{password}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Network({ report }: { readonly report: Report }) {
  const { t } = useWords()
  const rows = networkRows(report, t)
  if (rows.length === 0) return null
  const columns = networkColumns(t)
  return (
    <section>
      <h2>{t('report.network')}</h2>
      <Table label={t('report.network')} columns={columns} className={styles.changes}>
        {rows.map(({ service, host, port, address, outcome }, index) => (
          <tr key={index}>
            <th scope="row">{service}</th>
            <td>{host}</td>
            <td>{port}</td>
            <td>{address}</td>
            <td>{outcome}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
