import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import { compareNetworks, mendedServices, type NetworkBefore } from '#shared/report/network-comparison.ts'
import { comparisonRequest } from '#shared/report/firewall-request.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { RequestButton } from '#renderer/wizard/steps/test/network/request-button.tsx'
import styles from './network-comparison.module.css'

interface NetworkComparisonProps {
  readonly before: NetworkBefore
  readonly network: string
  readonly lanes: readonly Lane[]
}

/** The same account in two networks, side by side, and what that says about the first of them. */
export function NetworkComparison({ before, network, lanes }: NetworkComparisonProps) {
  const { t } = useWords()
  const comparison = compareNetworks(
    before,
    network,
    lanes.flatMap(({ result }) => result ?? []),
  )
  if (comparison === null) return null
  const { verdict, services } = comparison
  const request = verdict === 'network' ? comparisonRequest(mendedServices(comparison), t) : null
  return (
    <section className={styles.comparison}>
      <h2>{t('comparison.title')}</h2>
      <Note
        tone={verdict === 'network' ? 'good' : 'info'}
        action={request !== null && <RequestButton request={request} network="other" />}
      >
        {t(`comparison.${verdict}`)}
      </Note>
      <Table
        label={t('comparison.title')}
        columns={[t('comparison.service'), t('comparison.before'), t('comparison.now')]}
        className={styles.changes}
      >
        {services.map(({ protocol, before: past, now, change }) => (
          <tr key={protocol} data-change={change}>
            <th scope="row">{t(`service.${protocol}`)}</th>
            <td>{wordsFor(past, t)}</td>
            <td>{wordsFor(now, t)}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function wordsFor(result: EndpointResult, t: ReturnType<typeof useWords>['t']): string {
  const [finding] = result.findings
  if (isGood(result.verdict) || finding === undefined) return verdictWords(result, t, 'lane')
  return codeWords(finding.code, t, finding.facts).title
}
