import type { PortReport } from '#shared/survey/port-report.ts'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './port-survey.module.css'

/** One row for each port of each address. */
export function PortTable({ reports }: { readonly reports: readonly PortReport[] }) {
  const { t, language } = useWords()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const columns = ['host', 'port', 'address', 'state', 'encryption', 'certificate', 'time'] as const
  return (
    <Table
      label={t('survey.title')}
      columns={columns.map((column) => t(`survey.column.${column}`))}
      className={styles.ports}
    >
      {reports.map((report) => {
        const { endpoint, address, state, code, tls, certificate, durationMs } = report
        const { host, protocol, port, security } = endpoint
        return (
          <tr key={`${host} ${protocol} ${port} ${address?.family ?? ''}`} data-state={state}>
            <th scope="row">{host}</th>
            <td>
              {protocol.toUpperCase()} {port} {security}
            </td>
            <td>{address?.address ?? '–'}</td>
            <td>
              {t(`port-state.${state}`)}
              {code !== 'OK' && <code> {code}</code>}
            </td>
            <td>{tls?.version ?? '–'}</td>
            <td>{certificate === null ? '–' : date.format(new Date(certificate.validTo))}</td>
            <td>{t('duration.ms', { ms: durationMs })}</td>
          </tr>
        )
      })}
    </Table>
  )
}
