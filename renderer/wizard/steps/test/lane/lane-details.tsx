import { certificateIn } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageEvent } from '#shared/domain/stage.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import { durationWords } from '#renderer/i18n/duration-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { CertificateTable } from '#renderer/wizard/steps/test/lane/certificate-table.tsx'
import type { Depth } from '#renderer/wizard/steps/test/lane/depth.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'
import { TranscriptView } from '#renderer/wizard/steps/test/lane/transcript-view.tsx'
import styles from './lane-details.module.css'

/** What a technician wants to see: every stage, the certificate, the conversation. */
export function LaneDetails({ lane, depth }: { readonly lane: Lane; readonly depth: Depth }) {
  const { t } = useWords()
  const { result, stages } = lane
  const certificate = result === null ? null : certificateIn(result.evidence)
  const total = Math.max(1, ...stages.map(endOf))
  return (
    <details className={styles.details} open={depth === 'technician'}>
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
        <table className={styles.stages}>
          <caption className="unseen">{t('details.stages')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('details.stage')}</th>
              <th scope="col">{t('details.time')}</th>
              <th scope="col">{t('details.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map((event, index) => (
              <tr key={`${event.stage}-${index}`} data-status={event.status}>
                <th scope="row">{stageWords(event.stage, t)}</th>
                <td className={styles.time}>
                  <Waterfall event={event} total={total} />
                  {event.status === 'running' ? '…' : durationWords(event.endedMs - event.startedMs, t)}
                </td>
                <td>{stageFactsText(event)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {certificate !== null && <CertificateTable certificate={certificate} />}
        {result !== null && (
          <TranscriptView protocol={result.endpoint.protocol} lines={result.evidence.transcript} />
        )}
      </div>
    </details>
  )
}

function endOf(event: StageEvent): number {
  return event.status === 'running' ? event.startedMs : event.endedMs
}

/** Where in the whole course the stage lies. */
function Waterfall({ event, total }: { readonly event: StageEvent; readonly total: number }) {
  const start = (event.startedMs / total) * 100
  const width = Math.max(1, ((endOf(event) - event.startedMs) / total) * 100)
  return (
    <svg className={styles.waterfall} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x={start} y="1" width={width} height="6" rx="1" />
    </svg>
  )
}
