import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { inReadingOrder } from '#renderer/wizard/machine/services.ts'
import { SettingsCard } from '#renderer/wizard/views/settings-card.tsx'
import styles from './handover.module.css'

/** Every value that a mail program asks for, each with a button that copies it. */
export function SettingsWay({ setup }: { readonly setup: FinishedSetup }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="values-title">
      <h2 id="values-title">{t('done.settings')}</h2>
      <div className={styles.cards}>
        {inReadingOrder(setup.services).map((service) => (
          <SettingsCard key={service.endpoint.protocol} service={service} heading="h3" values="to-copy" />
        ))}
      </div>
    </section>
  )
}
