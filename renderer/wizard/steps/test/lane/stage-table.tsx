import type { StageEvent } from '#shared/domain/stage.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'
import { durationWords } from '#renderer/i18n/duration-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './lane-details.module.css'

/** Every stage with its time, its place in the whole course, and what was seen. */
export function StageTable({ stages }: { readonly stages: readonly StageEvent[] }) {
  const { t } = useWords()
  const total = Math.max(1, ...stages.map(endOf))
  return (
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
            <td>
              <bdi dir="ltr">{stageFactsText(event)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
