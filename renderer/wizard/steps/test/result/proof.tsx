import { certificateIn, proofIn } from '#shared/domain/evidence.ts'
import { handedInFor } from '#shared/domain/handed-in.ts'
import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { arrivalIn, type Lane } from '#renderer/wizard/machine/lanes.ts'
import { Envelope } from '#renderer/wizard/steps/test/result/envelope.tsx'
import { SendTest } from '#renderer/wizard/steps/test/result/send-test.tsx'
import styles from './proof.module.css'

interface ProofProps {
  readonly lanes: readonly Lane[]
  /** What is known of the provider: some mail is not sent for a test. */
  readonly hints: Discovery['hints']
}

/** The moment when all lines are green: one encrypted envelope, and what has been proved. */
export function Proof({ lanes, hints }: ProofProps) {
  const { t } = useWords()
  const lines = provedLines(lanes, t)
  return (
    <section className={styles.proof} aria-label={t('proof.label')}>
      <Envelope />
      <div className={styles.words}>
        <ul>
          {lines.map((line) => (
            <li key={line}>
              <span className={styles.mark}>
                <Icon name="check" />
              </span>
              {line}
            </li>
          ))}
        </ul>
        {takesTestMessage(hints) && canSend(lanes) && arrivalIn(lanes) === null && <SendTest />}
      </div>
    </section>
  )
}

/** It takes a service that sends; one that receives would see the message arrive. */
function canSend(lanes: readonly Lane[]): boolean {
  return lanes.some(({ endpoint }) => endpoint.protocol === 'smtp')
}

function provedLines(lanes: readonly Lane[], t: ReturnType<typeof useWords>['t']): readonly string[] {
  const stagesOf = (protocols: readonly string[]) =>
    lanes.filter(({ endpoint }) => protocols.includes(endpoint.protocol)).flatMap(({ stages }) => stages)
  const mailbox = stagesOf(['imap', 'pop3']).find(
    ({ stage, status }) => stage === 'mailbox' && status === 'ok',
  )
  const messages = mailbox?.stage === 'mailbox' ? (mailbox.facts.messages ?? 0) : null
  const sending = lanes.find(({ endpoint }) => endpoint.protocol === 'smtp')?.result ?? null
  const sends = sending === null ? null : proofIn(sending.evidence)
  const arrived = arrivalIn(lanes)
  const sentTo = sending === null || arrived !== null ? null : handedInFor(sending.evidence)
  const isReadAlong = lanes.some(({ result }) =>
    result?.findings.some(({ code }) => code === 'TLS_INTERCEPTED'),
  )
  const proved = lanes.filter(({ result }) => result !== null && certificateIn(result.evidence) !== null)
  return [
    ...(messages === null ? [] : [t('proof.receiving', { count: messages })]),
    ...(sends === null ? [] : [t(sends === 'relay' ? 'proof.relay' : 'proof.sending')]),
    ...(sentTo === null ? [] : [t('proof.sent', { to: sentTo })]),
    ...(arrived === null ? [] : [t('proof.arrived', { seconds: Math.ceil(arrived / 1_000) })]),
    // Not where a scanner or proxy reads along: the line is encrypted, but not up to the server.
    ...(proved.length === lanes.length && !isReadAlong
      ? [t('proof.encrypted', { count: proved.length })]
      : []),
  ]
}
