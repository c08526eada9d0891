import { useRef } from 'react'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { AccountReview } from '#shared/programs/account-review.ts'
import { wantedFirst } from '#renderer/wizard/machine/agreement.ts'
import { wantsPassword } from '#renderer/wizard/machine/inspecting.ts'
import { RefusalNote } from '#renderer/wizard/views/refusal-note.tsx'
import { SecretField, type SecretFieldHandle } from '#renderer/wizard/views/secret-field.tsx'
import { useRefusals } from '#renderer/wizard/views/use-refusals.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import { WhosePassword } from '#renderer/wizard/views/whose-password.tsx'
import styles from './inspect.module.css'

export const PASSWORD_FORM = 'password-form'

interface PasswordSectionProps {
  readonly review: AccountReview
  /** Where something is known to be wrong already, the page begins with that. */
  readonly focus: 'here' | 'elsewhere'
}

/** The password, asked for once, under the servers that get it; none where Mailwright has it for these very servers. */
export function PasswordSection({ review, focus }: PasswordSectionProps) {
  const { t } = useWords()
  if (wantsPassword(review)) return <PasswordForm key={review.reviewId} review={review} focus={focus} />
  const isKept = review.tests.some(({ credential }) => credential === 'kept')
  return isKept && <Note tone="info">{t('inspected.kept')}</Note>
}

function PasswordForm({ review, focus }: PasswordSectionProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { known, address, tests, passwords } = review
  const field = useRef<SecretFieldHandle>(null)
  const sendingField = useRef<SecretFieldHandle>(null)
  const refusals = useRefusals(tests.find(({ credential }) => credential === 'wanted')?.setupId ?? null)
  const wants = wantedFirst(known.provider?.signIn ?? [])
  const hosts = passwords === 'two' ? hostsOf(review) : NO_HOSTS
  const submit = () => {
    // Nothing is taken out of one field as long as the other is empty.
    if (sendingField.current?.isFilled() === false) return
    const account = field.current?.take() ?? null
    const sending = sendingField.current?.take() ?? null
    if (account !== null)
      void wizard.inspection.test({ kind: wants, sendingKind: 'password', account, sending })
  }
  return (
    <section className={styles.password} aria-labelledby="password-title">
      <div>
        <h2 id="password-title">{t(`sign-in.title.${wants}`, { address: address ?? '' })}</h2>
        <p className={styles.lead}>{t('sign-in.lead')}</p>
      </div>
      <RefusalNote refusals={refusals} />
      <form
        id={PASSWORD_FORM}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <WhosePassword name={address ?? ''} />
        <SecretField
          ref={field}
          wants={wants}
          slot="account"
          host={hosts.receiving}
          focus={focus}
          variant={(wants === 'app-password' && known.provider?.appPasswordFormat) || null}
        />
        {passwords === 'two' && (
          <SecretField
            ref={sendingField}
            wants="password"
            slot="sending"
            host={hosts.sending}
            focus="elsewhere"
            variant={null}
          />
        )}
      </form>
    </section>
  )
}

const NO_HOSTS = { receiving: undefined, sending: undefined }

/** Where each of two passwords goes. */
function hostsOf({ tests }: AccountReview) {
  const endpoints = tests.flatMap(({ services }) => services).map(({ endpoint }) => endpoint)
  return {
    receiving: endpoints.find(({ protocol }) => protocol !== 'smtp')?.host,
    sending: endpoints.find(({ protocol }) => protocol === 'smtp')?.host,
  }
}
