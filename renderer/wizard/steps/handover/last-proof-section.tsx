import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import { serviceFor } from '#shared/domain/finished-setup.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { assertNever } from '#shared/outcome.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { LastProof } from '#renderer/wizard/machine/handover.ts'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './handover.module.css'

interface LastProofSectionProps {
  readonly state: HandoverStep
  readonly program: string
}

/** A message to oneself that has to appear in the program: sent from here where the engine still can. */
export function LastProofSection({ state, program }: LastProofSectionProps) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const sends = canSend(state)
  return (
    <section aria-labelledby="last-proof" className={styles.proof}>
      <h2 id="last-proof">{t('handover.proof.title')}</h2>
      <p className={styles.soft}>
        {t(sends ? 'handover.proof.lead' : 'handover.proof.by-hand', { program })}
      </p>
      {sends && (
        <div>
          <Button
            disabled={state.proof.state === 'busy'}
            onClick={() => void wizard.handover.sendMessage(language)}
          >
            {t('handover.proof.send')}
          </Button>
        </div>
      )}
      <div role="status">
        <ProofWords proof={state.proof} program={program} />
      </div>
    </section>
  )
}

function ProofWords({ proof, program }: { readonly proof: LastProof; readonly program: string }) {
  const { t } = useWords()
  switch (proof.state) {
    case 'none':
      return null
    case 'busy':
      return <Note tone="info">{t('handover.proof.busy')}</Note>
    case 'arrived': {
      const seconds = Math.ceil(proof.afterMs / 1_000)
      return <Note tone="good">{t('handover.proof.arrived', { seconds, program })}</Note>
    }
    case 'handed-in':
      return <Note tone="good">{t('handover.proof.handed-in', { program })}</Note>
    case 'failed': {
      const { finding } = proof
      return (
        <Note tone="bad">
          {finding === null
            ? t('handover.proof.ended')
            : t('handover.proof.failed', { problem: findingWords(finding, t).title })}
        </Note>
      )
    }
    default:
      return assertNever(proof)
  }
}

/** Certified mail is not sent for a test; and where only the mail program can sign in, Mailwright cannot send. */
function canSend({ from, setup }: HandoverStep): boolean {
  const hints = (from.step === 'result' ? from : from.tested)?.discovery.hints
  if (serviceFor(setup, 'smtp') === null || hints === undefined || !takesTestMessage(hints)) return false
  return (
    from.step === 'done' ||
    from.lanes.some(({ result }) => result !== null && proofIn(result.evidence) !== null)
  )
}
