import { useRef, useState, type Ref } from 'react'
import type { AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Passwords } from '#shared/report/causes.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { hasTwoOwners } from '#renderer/wizard/machine/owners.ts'
import { servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'
import { PracticePasswords } from '#renderer/wizard/steps/setup/sign-in/practice-passwords.tsx'
import { SecretField, type SecretFieldHandle } from '#renderer/wizard/views/secret-field.tsx'
import { SendingHints } from '#renderer/wizard/steps/setup/sign-in/sending-hints.tsx'
import { useSubmit } from '#renderer/wizard/steps/setup/sign-in/use-submit.ts'
import { WhosePassword } from '#renderer/wizard/views/whose-password.tsx'
import { passwordsOf, secretFor, signInRecord } from '#renderer/wizard/machine/agreement.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './sign-in-form.module.css'

interface SignInFormProps {
  readonly id: string
  readonly state: ServersStep | SignInStep
  /** `second`: after another way to sign in. */
  readonly record: 'first' | 'second'
}

/** The password, or two where sending takes another one. */
export function SignInForm({ id, state, record }: SignInFormProps) {
  const { t } = useWords()
  const { app } = useTools()
  const field = useRef<SecretFieldHandle>(null)
  const sendingField = useRef<SecretFieldHandle>(null)
  const [passwords, setPasswords] = useState(passwordsOf(state))
  const { address } = state
  const wants = secretFor(state, 'account')
  // Where the other services have ended passwords, there is one for sending alone.
  const alone = signInRecord(state).passwordFor === 'some' ? 'yes' : 'no'
  const variant = (wants === 'app-password' && state.discovery.provider?.appPasswordFormat) || null
  // Of two owners each field names its host; the kind of password is known of the account's own provider alone.
  const isOther = hasTwoOwners(state)
  const hosts = isOther && passwords === 'two' ? hostsOf(state) : NO_HOSTS
  // A user who is choosing among the tiles stays there.
  const isChoosing = state.step === 'servers' && 'picked' in state
  const focus = record === 'first' && !isChoosing ? 'here' : 'elsewhere'
  const provider = state.discovery.provider?.name ?? ''
  const second = alone === 'no' && passwords === 'two' ? sendingField : null
  const { doubt, submit } = useSubmit({ state, field, sendingField: second })
  return (
    <>
      <form id={id} noValidate onSubmit={submit}>
        {record === 'second' && alone === 'no' && <h3>{t('oauth.offer.or')}</h3>}
        <WhosePassword name={address.unicode} />
        <SecretField
          ref={field}
          wants={wants}
          slot={alone === 'yes' ? 'sending' : 'account'}
          host={hosts.receiving}
          focus={focus}
          variant={variant}
        />
        <div role="alert">
          {doubt === 'asking' && <Note tone="warn">{t('sign-in.looks-odd', { provider })}</Note>}
        </div>
        {alone === 'no' && canHaveTwo(state) && (
          <TwoPasswords passwords={passwords} onChange={setPasswords} />
        )}
        {second !== null && (
          <SendingField
            ref={sendingField}
            state={state}
            host={hosts.sending}
            variant={isOther ? null : variant}
          />
        )}
      </form>
      {app.practice !== null && (
        <PracticePasswords
          guide={app.practice}
          address={address.ascii}
          onPick={(secret) => field.current?.fill(secret)}
        />
      )}
    </>
  )
}

interface SendingFieldProps extends Pick<SignInFormProps, 'state'> {
  readonly ref: Ref<SecretFieldHandle>
  readonly host: string | undefined
  readonly variant: AppPasswordFormat | null
}

/** The second field, with what is to know about the service it is for. */
function SendingField({ state, ...rest }: SendingFieldProps) {
  return (
    <>
      <SendingHints state={state} />
      <SecretField wants={secretFor(state, 'sending')} slot="sending" focus="elsewhere" {...rest} />
    </>
  )
}

interface TwoPasswordsProps {
  readonly passwords: Passwords
  readonly onChange: (passwords: Passwords) => void
}

function TwoPasswords({ passwords, onChange }: TwoPasswordsProps) {
  const { t } = useWords()
  return (
    <label className={styles.another}>
      <input
        type="checkbox"
        checked={passwords === 'two'}
        onChange={({ target }) => onChange(target.checked ? 'two' : 'one')}
      />
      {t('sign-in.another-for-sending')}
    </label>
  )
}

const NO_HOSTS = { receiving: undefined, sending: undefined }

/** Where each of two passwords goes. */
function hostsOf({ services }: ServersStep | SignInStep) {
  const hostFor = (isMeant: (protocol: Protocol) => boolean) =>
    servicesToTest(services).find(({ endpoint }) => isMeant(endpoint.protocol))?.endpoint.host
  return { receiving: hostFor((name) => name !== 'smtp'), sending: hostFor((name) => name === 'smtp') }
}

/** Another password for sending is only of use where something else takes one too. */
function canHaveTwo({ services }: ServersStep | SignInStep): boolean {
  const purposes = new Set(
    servicesToTest(services)
      .filter(({ signIn }) => signIn === 'password')
      .map(({ endpoint }) => (endpoint.protocol === 'smtp' ? 'send' : 'receive')),
  )
  return purposes.size === 2
}
