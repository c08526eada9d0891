import { sendingServiceOf } from '#renderer/wizard/machine/agreement.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import styles from './sending-hints.module.css'

/** What is to know about the service that sends, where it is not the provider of the account. */
export function SendingHints({ state }: { readonly state: ServersStep | SignInStep }) {
  const service = sendingServiceOf(state)
  if (service === null || service.id === state.discovery.provider?.id) return null
  return (
    <div className={styles.hints}>
      {service.hints.map((hint) => (
        <HintNote key={hint.kind} hint={hint} tone="info" provider={service.name} />
      ))}
    </div>
  )
}
