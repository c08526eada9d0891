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
}

/** The password, asked for once, under the servers that get it; none where Mailwright has it for these very servers. */
export function PasswordSection({ review }: PasswordSectionProps) {
  const { t } = useWords()
  if (wantsPassword(review)) return <PasswordForm key={review.reviewId} review={review} />
  const isKept = review.tests.some(({ credential }) => credential === 'kept')
  return isKept && <Note tone="info">{t('inspected.kept')}</Note>
}

function PasswordForm({ review }: PasswordSectionProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const {
    known: { provider },
    address,
    tests,
  } = review
  const field = useRef<SecretFieldHandle>(null)
  const refusals = useRefusals(tests.find(({ credential }) => credential === 'wanted')?.setupId ?? null)
  const wants = wantedFirst(provider?.signIn ?? [])
  return (
    <section className={styles.password} aria-labelledby="password-title">
      <div>
        <h2 id="password-title">{t(`sign-in.title.${wants}`, { address: address ?? '' })}</h2>
        <p className={styles.lead}>{t('sign-in.lead')}</p>
      </div>
      <RefusalNote refusals={refusals} />
      <form
        id={PASSWORD_FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const account = field.current?.take() ?? null
          if (account !== null) void wizard.inspection.test({ kind: wants, account })
        }}
      >
        <WhosePassword name={address ?? ''} />
        <SecretField
          ref={field}
          wants={wants}
          slot="account"
          focus="here"
          variant={(wants === 'app-password' && provider?.appPasswordFormat) || null}
        />
      </form>
    </section>
  )
}
