import { portMatrix, type MatrixColumn } from '#shared/survey/port-matrix.ts'
import type { PortReport } from '#shared/survey/port-report.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './port-survey.module.css'

/** All ports side by side: a row for each port, a column for each address of each host. */
export function PortMatrixTable({ reports }: { readonly reports: readonly PortReport[] }) {
  const { t } = useWords()
  const { columns, rows } = portMatrix(reports)
  return (
    <Table
      label={t('survey.title')}
      columns={[t('survey.column.port'), ...columns.map(columnName)]}
      className={styles.ports}
    >
      {rows.map(({ port: { protocol, port, security }, cells }) => (
        <tr key={`${protocol} ${port} ${security}`}>
          <th scope="row">
            {protocol.toUpperCase()} {port} {security}
          </th>
          {cells.map((report, index) => (
            <td key={columns[index] === undefined ? index : columnName(columns[index])}>
              {report === null ? '–' : <Cell report={report} />}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

function columnName({ host, address }: MatrixColumn): string {
  return address === null ? host : `${host} ${address.address}`
}

function Cell({ report: { state, code, tls, certificate, durationMs } }: { readonly report: PortReport }) {
  const { t, language } = useWords()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const facts = [
    tls?.version ?? null,
    t('duration.ms', { ms: durationMs }),
    certificate === null ? null : t('survey.until', { date: date.format(new Date(certificate.validTo)) }),
  ].filter((fact) => fact !== null)
  return (
    <span className={styles.cell} data-state={state}>
      <b>{t(`port-state.${state}`)}</b>{' '}
      {code !== 'OK' && (
        <code>
          <Breakable text={code} />
        </code>
      )}{' '}
      <span className={styles.facts}>
        <Breakable text={facts.join(' · ')} />
      </span>
    </span>
  )
}
