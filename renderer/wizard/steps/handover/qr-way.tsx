import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { ExportProblemNote } from '#renderer/wizard/steps/handover/export-problem-note.tsx'
import { LimitsNote } from '#renderer/wizard/steps/handover/limits-note.tsx'
import { exportOnPage } from '#renderer/wizard/steps/handover/export-on-page.ts'
import styles from './handover.module.css'

interface QrWayProps {
  readonly format: ExportFormat
  readonly limits: readonly ExportLimit[]
  readonly setup: FinishedSetup
}

/** A code to scan, with the settings and without a password. It is drawn by the page and shown to nobody else. */
export function QrWay({ format, limits, setup }: QrWayProps) {
  const { t } = useWords()
  const made = exportOnPage(format, setup, { documentPath: null, t })
  if (!made.ok) return <ExportProblemNote problem={made.error} format={format} />
  return (
    <section aria-labelledby="qr-title" className={styles.qr}>
      <div>
        <h2 id="qr-title">{t('handover.qr.title')}</h2>
        <ol className={styles.steps}>
          {(['open', 'import', 'scan', 'password'] as const).map((step) => (
            <li key={step}>{t(`handover.qr.${step}`)}</li>
          ))}
        </ol>
      </div>
      <img
        className={styles.code}
        src={`data:image/svg+xml,${encodeURIComponent(made.value)}`}
        alt={t('handover.qr.alt', { address: setup.address.unicode })}
      />
      <LimitsNote format={format} limits={limits} />
    </section>
  )
}
