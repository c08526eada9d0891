import type { ProvedService } from '#shared/domain/saved-account.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { inReadingOrder } from '#renderer/wizard/machine/services.ts'
import { SettingsCard } from '#renderer/wizard/views/settings-card.tsx'
import { settingRows } from '#renderer/wizard/views/setting-rows.ts'
import styles from './service-settings.module.css'

type Service = Pick<ProvedService, 'endpoint' | 'userName' | 'signIn'>

/** The settings to be entered in a mail program, to read and to copy. */
export function ServiceSettings({ services }: { readonly services: readonly Service[] }) {
  const { t } = useWords()
  const ordered = inReadingOrder(services)
  const text = ordered
    .map((service) =>
      [nameOf(service, t), ...settingRows(service, t).map((row) => row.join(': '))].join('\n'),
    )
    .join('\n\n')
  return (
    <section aria-labelledby="settings-title">
      <h2 id="settings-title">{t('done.settings')}</h2>
      <div className={styles.settings}>
        {ordered.map((service) => (
          <SettingsCard key={service.endpoint.protocol} service={service} heading="h3" values="to-read" />
        ))}
      </div>
      <p className={styles.copy}>
        <CopyButton label={t('done.copy')} done={t('oauth.copied')} text={text} />
      </p>
    </section>
  )
}

function nameOf({ endpoint }: Service, t: Translate): string {
  return t(`service.${endpoint.protocol}`)
}
