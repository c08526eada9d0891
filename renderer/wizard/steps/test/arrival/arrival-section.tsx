import { useRef } from 'react'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { ArrivalItem } from '#renderer/wizard/steps/test/arrival/arrival-item.tsx'
import { useOnDemand } from '#renderer/wizard/views/use-on-demand.ts'
import { OpenMessage } from '#renderer/wizard/steps/test/arrival/open-message.tsx'
import { useTools, useWizardState } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './arrival.module.css'

/** After the proof, on demand: whether others will believe the mail, and the records that mend it. */
export function ArrivalSection({ setupId }: { readonly setupId: string }) {
  const { t } = useWords()
  const { engine } = useTools()
  const state = useWizardState()
  const message = useRef<MessageFacts | null>(null)
  const { variant, start } = useOnDemand<ArrivalReport>(
    (signal) => engine.setup.arrival({ setupId, message: message.current }, signal),
    (arrival) => ({ arrival }),
  )
  const report = typeof variant === 'string' ? null : variant
  return (
    <section className={styles.arrival} aria-labelledby="arrival-title">
      <h2 id="arrival-title">{t('arrival.title')}</h2>
      <p className={styles.lead}>{t('arrival.lead')}</p>
      <div role="status">
        {variant === 'busy' && t('arrival.busy')}
        {report !== null && <b>{t(`arrival.verdict.${report.verdict}`)}</b>}
      </div>
      {report !== null && (
        <ul className={styles.items}>
          {report.findings.map((finding) => (
            <ArrivalItem key={finding.subject} finding={finding} />
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button disabled={variant === 'busy'} onClick={() => void start()}>
          {t(report === null ? 'arrival.start' : 'arrival.again')}
        </Button>
        {report !== null && 'address' in state && (
          <OpenMessage
            domain={state.address.domain.ascii}
            onMessage={(opened) => {
              message.current = opened
              void start()
            }}
          />
        )}
      </div>
    </section>
  )
}
