import type { DeviceCard } from '#shared/devices/device-card.ts'
import { deviceSections } from '#shared/i18n/device-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './devices.module.css'

/** Everything the card of a device says. */
export function DeviceFacts({ card }: { readonly card: DeviceCard }) {
  const { t } = useWords()
  return (
    <section className={styles.facts} aria-labelledby="facts-title">
      <h2 id="facts-title">{t('devices.about')}</h2>
      <div className={styles.sections}>
        {deviceSections(card, t).map(({ title, lines }) => (
          <div key={title} className={styles.section}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
