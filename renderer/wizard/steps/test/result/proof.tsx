import { certificateIn, proofIn } from '#shared/domain/evidence.ts'
import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { Envelope } from '#renderer/wizard/steps/test/result/envelope.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './proof.module.css'

interface ProofProps {
  readonly lanes: readonly Lane[]
  /** What is known of the provider: some mail is not sent for a test. */
  readonly hints: Discovery['hints']
}

/** The moment when all lines are green: one encrypted envelope, and what has been proved. */
export function Proof({ lanes, hints }: ProofProps) {
  const { t, language } = useWords()
  const { wizard } = useTools()
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
        {takesTestMessage(hints) && canSend(lanes) && arrivalIn(lanes) === null && (
          <Button variant="quiet" onClick={() => void wizard.live.sendMessage(language)}>
            {t('proof.send')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** It takes one service that sends and one that receives. */
function canSend(lanes: readonly Lane[]): boolean {
  const has = (protocol: Protocol) => lanes.some(({ endpoint }) => endpoint.protocol === protocol)
  return has('smtp') && (has('imap') || has('pop3'))
}

/** How long a message to oneself was on its way, in milliseconds; `null` where none has arrived. */
function arrivalIn(lanes: readonly Lane[]): number | null {
  for (const { stages } of lanes)
    for (const event of stages)
      if (event.stage === 'arrive' && event.status === 'ok') return event.facts.afterMs ?? 0
  return null
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
  const isReadAlong = lanes.some(({ result }) =>
    result?.findings.some(({ code }) => code === 'TLS_INTERCEPTED'),
  )
  const proved = lanes.filter(({ result }) => result !== null && certificateIn(result.evidence) !== null)
  return [
    ...(messages === null ? [] : [t('proof.receiving', { count: messages })]),
    ...(sends === null ? [] : [t(sends === 'relay' ? 'proof.relay' : 'proof.sending')]),
    ...(arrived === null ? [] : [t('proof.arrived', { seconds: Math.ceil(arrived / 1_000) })]),
    // Not where a scanner or proxy reads along: the line is encrypted, but not up to the server.
    ...(proved.length === lanes.length && !isReadAlong
      ? [t('proof.encrypted', { count: proved.length })]
      : []),
  ]
}
