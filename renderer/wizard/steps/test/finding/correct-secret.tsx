import { useRef, useState, type FormEvent } from 'react'
import type { Finding } from '#shared/finding/finding.ts'
import { slotIn, type Cause } from '#shared/report/causes.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { passwordsOf, secretFor } from '#renderer/wizard/machine/agreement.ts'
import type { ResultStep, SignInStep, TestStep } from '#renderer/wizard/machine/state.ts'
import { AppPasswordSteps } from '#renderer/wizard/views/app-password-steps.tsx'
import { RefusalNote } from '#renderer/wizard/views/refusal-note.tsx'
import { SecretField, type SecretFieldHandle } from '#renderer/wizard/views/secret-field.tsx'
import { useRefusals } from '#renderer/wizard/views/use-refusals.ts'
import { WhosePassword } from '#renderer/wizard/views/whose-password.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './finding-panel.module.css'

/** Which secret a finding wants to be typed anew as its next step; `null`: none. */
export function secretWanted({ actions: [first] }: Pick<Finding, 'actions'>): SignInStep['wants'] | null {
  if (first.kind === 'edit-password') return 'password'
  return first.kind === 'app-password' ? 'app-password' : null
}

interface CorrectSecretProps {
  readonly cause: Cause
  readonly state: TestStep | ResultStep
  readonly wants: SignInStep['wants']
}

/** The refused secret as a field inside its finding. It goes to the servers that the button names, and to no others. */
export function CorrectSecret({ cause, state, wants }: CorrectSecretProps) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const field = useRef<SecretFieldHandle>(null)
  const refusals = useRefusals(state.setupId)
  const [doubt, setDoubt] = useState<'none' | 'asking'>('none')
  const { provider } = state.discovery
  const protocols = cause.results.map(({ endpoint }) => endpoint.protocol)
  const slot = slotIn(cause.result.endpoint.protocol, passwordsOf(state))
  const hosts = [...new Set(cause.results.map(({ endpoint }) => endpoint.host))]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (doubt === 'none' && field.current?.isFilled() === true && !field.current.looksRight())
      return setDoubt('asking')
    const secret = field.current?.take() ?? null
    if (secret !== null) void wizard.live.correct({ kind: wants, slot, secret }, protocols)
  }
  return (
    <form className={styles.correct} noValidate onSubmit={submit}>
      {wants === 'app-password' && provider !== null && <AppPasswordSteps provider={provider} />}
      <RefusalNote refusals={refusals} />
      <WhosePassword name={cause.result.userName} />
      <SecretField
        ref={field}
        wants={wants === 'password' ? secretFor(state, slot) : wants}
        slot={slot}
        focus="elsewhere"
        variant={(wants === 'app-password' && provider?.appPasswordFormat) || null}
      />
      <div role="alert">
        {doubt === 'asking' && (
          <Note tone="warn">{t('sign-in.looks-odd', { provider: provider?.name ?? '' })}</Note>
        )}
      </div>
      <Button variant="main" type="submit">
        {refusals?.left === 0
          ? t('sign-in.test-all-the-same')
          : t('sign-in.test-at', { hosts: listOf(hosts, language) })}
      </Button>
    </form>
  )
}
