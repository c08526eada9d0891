import type { ReactNode } from 'react'
import type { ProvedService } from '#shared/domain/saved-account.ts'
import type { FinishedService } from '#shared/domain/finished-setup.ts'
import { CopyValue } from '#renderer/components/copy-value.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { settingRows } from '#renderer/wizard/views/setting-rows.ts'
import styles from './settings-card.module.css'

interface SettingsCardProps {
  readonly service: Pick<ProvedService | FinishedService, 'endpoint' | 'userName' | 'signIn'>
  readonly heading: 'h2' | 'h3'
  /** `to-copy`: each with a button of its own. */
  readonly values: 'to-read' | 'to-copy'
  /** More rows, below those that every service has. */
  readonly children?: ReactNode
}

/** What a mail program asks for about one service. */
export function SettingsCard({ service, heading: Heading, values, children }: SettingsCardProps) {
  const { t } = useWords()
  return (
    <div className={styles.card}>
      <Heading>{t(`service.${service.endpoint.protocol}`)}</Heading>
      <dl>
        {settingRows(service, t).map(([name, value]) => (
          <SettingsRow key={name} name={name}>
            <code>{value}</code>
            {values === 'to-copy' && (
              <CopyValue value={value} label={t('handover.copy', { value })} done={t('handover.copied')} />
            )}
          </SettingsRow>
        ))}
        {children}
      </dl>
    </div>
  )
}

export function SettingsRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
