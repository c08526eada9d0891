import type { FinishedService, FinishedSetup } from '#shared/domain/finished-setup.ts'
import { CopyValue } from '#renderer/components/copy-value.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { inReadingOrder } from '#renderer/wizard/machine/services.ts'
import { settingRows } from '#renderer/wizard/views/setting-rows.ts'
import styles from './handover.module.css'

/** Every value that a mail program asks for, each with a button that copies it. */
export function SettingsWay({ setup }: { readonly setup: FinishedSetup }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="values-title">
      <h2 id="values-title">{t('done.settings')}</h2>
      <div className={styles.cards}>
        {inReadingOrder(setup.services).map((service) => (
          <ValueCard key={service.endpoint.protocol} service={service} />
        ))}
      </div>
    </section>
  )
}

function ValueCard({ service }: { readonly service: FinishedService }) {
  const { t } = useWords()
  return (
    <div className={styles.card}>
      <h3>{t(`service.${service.endpoint.protocol}`)}</h3>
      <dl>
        {settingRows(service, t).map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
              <CopyValue value={value} label={t('handover.copy', { value })} done={t('handover.copied')} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
