import { useState, type ReactNode } from 'react'
import type { FinishedService } from '#shared/domain/finished-setup.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import { Button } from '#renderer/components/button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { inReadingOrder } from '#renderer/wizard/machine/services.ts'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { PdfOutcome, type PdfSaving } from '#renderer/wizard/steps/handover/pdf-outcome.tsx'
import { SettingsCard, SettingsRow } from '#renderer/wizard/views/settings-card.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './handover.module.css'

interface PaperPageProps {
  readonly state: HandoverStep
  readonly back: ReactNode
}

/** A card of all settings that prints on one page, or into a PDF where the host can. Nothing secret is on it. */
export function PaperPage({ state: { setup, from }, back }: PaperPageProps) {
  const { t } = useWords()
  const { app, engine } = useTools()
  const [saving, setSaving] = useState<PdfSaving>({ state: 'not-yet' })
  const savePdf = async () => {
    setSaving({ state: 'busy' })
    setSaving({ state: 'ended', outcome: await engine.app.savePdf({}) })
  }
  const tested = from.step === 'result' ? from.discovery.day : from.account.provedAt.slice(0, 10)
  const day = dayForReader(tested) ?? tested
  return (
    <Page
      title={t('handover.paper.title', { address: setup.address.unicode })}
      lead={t('handover.paper.lead')}
      aside={back}
      actions={
        <>
          {app.capabilities.savePdf && (
            <Button disabled={saving.state === 'busy'} onClick={() => void savePdf()}>
              {t('handover.paper.pdf')}
            </Button>
          )}
          <Button variant="main" onClick={() => globalThis.print()}>
            {t('handover.paper.print')}
          </Button>
        </>
      }
    >
      <div className={styles.paper}>
        <div className={styles.cards}>
          {inReadingOrder(setup.services).map((service) => (
            <PaperCard key={service.endpoint.protocol} service={service} />
          ))}
        </div>
        <p className={styles.soft}>{t('handover.paper.tested', { day })}</p>
        <div role="status" className={styles.unprinted}>
          {saving.state === 'ended' && <PdfOutcome outcome={saving.outcome} />}
        </div>
      </div>
    </Page>
  )
}

function PaperCard({ service }: { readonly service: FinishedService }) {
  const { t } = useWords()
  const { signIn } = service
  return (
    <SettingsCard service={service} heading="h2" values="to-read">
      {signIn !== 'none' && (
        <SettingsRow name={t('handover.paper.password')}>
          {t(signIn === 'token' ? 'handover.paper.tokens' : 'handover.paper.password.none')}
        </SettingsRow>
      )}
    </SettingsCard>
  )
}
