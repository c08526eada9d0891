import { Icon, type IconName } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { durationWords } from '#renderer/i18n/duration-words.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { stationsOf, type Station } from '#renderer/wizard/steps/test/lane/stations.ts'
import styles from './encrypted-line.module.css'

const SIGNS: Readonly<Record<Station['state'], IconName | null>> = {
  ahead: null,
  running: null,
  waiting: null,
  done: 'check',
  failed: 'exclamation',
  'left-out': 'minus',
}

/**
 * The line from this computer to the mailbox. From the station where encryption is proved it is thick and green:
 * the password travels there and nowhere else. Shape, thickness, dashes and words say the same without colour.
 */
export function EncryptedLine({ lane }: { readonly lane: Lane }) {
  const { t } = useWords()
  return (
    <ol
      className={styles.line}
      aria-label={t('line.label', { service: t(`service.${lane.endpoint.protocol}`) })}
    >
      {stationsOf(lane).map((station) => {
        const sign = SIGNS[station.state]
        return (
          <li
            key={station.id}
            className={styles.station}
            data-state={station.state}
            data-encrypted={station.encrypted}
          >
            <span className={styles.dot}>{sign !== null && <Icon name={sign} />}</span>
            <span className={styles.name}>{t(`station.${station.id}`)}</span>
            <span className="unseen">{t(`station-state.${station.state}`)}</span>
            <span className={styles.time}>{timeOf(station, t)}</span>
          </li>
        )
      })}
    </ol>
  )
}

function timeOf(station: Station, t: ReturnType<typeof useWords>['t']): string {
  if (station.state === 'waiting') return t('station.no-answer-yet')
  if (station.state === 'running') return '…'
  return station.tookMs === null || station.state === 'left-out' ? '' : durationWords(station.tookMs, t)
}
