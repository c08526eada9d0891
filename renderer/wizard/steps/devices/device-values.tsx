import type { DeviceCard, DeviceFields } from '#shared/devices/device-card.ts'
import type { SendingServer } from '#shared/devices/sending-way.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { CopyValue } from '#renderer/components/copy-value.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './devices.module.css'

interface DeviceValuesProps {
  readonly server: SendingServer
  readonly card: DeviceCard | null
  /** `null` where the way has none, or the user gets it elsewhere. */
  readonly userName: string | null
  readonly address: EmailAddress
  readonly guess: string | null
}

/** What is entered in the device, under the words that it prints beside its fields where they are known. */
export function DeviceValues({
  server: { host, port, security },
  card,
  userName,
  address,
  guess,
}: DeviceValuesProps) {
  const { t } = useWords()
  const menu = card === null || card.menu === 'unknown' ? null : card.menu.join(' > ')
  const row = (field: keyof DeviceFields, value: string, copied: 'copied' | 'read' = 'copied') => (
    <div className={styles.value}>
      <dt>{card?.fields[field] ?? t(`device.field.${field}`)}</dt>
      <dd>
        <b>
          <Breakable text={value} />
        </b>
        {copied === 'copied' && (
          <CopyValue value={value} label={t('handover.copy', { value })} done={t('handover.copied')} />
        )}
      </dd>
    </div>
  )
  return (
    <section className={styles.values} aria-label={t('devices.enter')}>
      <h4>{t('devices.enter')}</h4>
      {menu !== null && (
        <p className={styles.menu}>
          {t('devices.where')}: <b>{menu}</b>
        </p>
      )}
      <dl>
        {host === null ? row('server', t('sending.own-mx'), 'read') : row('server', host)}
        {row('port', String(port))}
        {row('encryption', t(`security.${security}`), 'read')}
        {userName !== null && row('userName', userName)}
        {row('sender', address.ascii)}
      </dl>
      {guess !== null && <p className={styles.why}>{guess}</p>}
    </section>
  )
}
