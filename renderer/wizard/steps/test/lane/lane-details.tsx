import { certificateIn } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { CertificateTable } from '#renderer/wizard/steps/test/lane/certificate-table.tsx'
import { StageTable } from '#renderer/wizard/steps/test/lane/stage-table.tsx'
import { TranscriptView } from '#renderer/wizard/steps/test/lane/transcript-view.tsx'
import styles from './lane-details.module.css'

/** What is behind the outcome: every stage, the certificate, the conversation. */
export function LaneDetails({ lane }: { readonly lane: Lane }) {
  const { t } = useWords()
  const { result, stages } = lane
  const certificate = result === null ? null : certificateIn(result.evidence)
  return (
    <details className={styles.details}>
      <summary>{t('details.open')}</summary>
      <div className={styles.content}>
        <p>
          <code>
            {lane.endpoint.protocol} {formatEndpoint(lane.endpoint)}
          </code>
          {result !== null && (
            <>
              {' '}
              · <code>{result.code}</code>
            </>
          )}
        </p>
        <StageTable stages={stages} />
        {certificate !== null && <CertificateTable certificate={certificate} />}
        {result !== null && (
          <TranscriptView protocol={result.endpoint.protocol} lines={result.evidence.transcript} />
        )}
      </div>
    </details>
  )
}
