import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Managing } from '#renderer/wizard/machine/managing.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './account-list.module.css'

interface AccountTroubleProps {
  readonly account: SavedAccount
  readonly failure: Extract<Managing, { readonly state: 'failed' }>
}

/** Why an account could not be opened or forgotten. A keychain that says no does not stop the user. */
export function AccountTrouble({ account, failure }: AccountTroubleProps) {
  const { t } = useWords()
  const { accounts } = useTools().wizard
  const { address, action, problem } = failure
  const store = t(`store.${account.secretStore ?? 'keychain'}`)
  const { title } = codeWords(problem, t, { store })
  const isKeychain = problem.startsWith('KEY_')
  const text = isKeychain
    ? t(`accounts.trouble.${action === 'forget' ? 'remove' : 'open'}`)
    : codeWords(problem, t).explanation
  const again = () => (action === 'forget' ? accounts.forget(address) : accounts.open(address, action))
  const around = () =>
    action === 'forget' ? accounts.forget(address, 'leave') : accounts.open(address, action, 'leave')
  return (
    <div role="alert" className={styles.trouble}>
      <Note tone="bad">
        <b>{title}.</b> {text}
        <span className={styles.actions}>
          <Button onClick={() => void again()}>{t('accounts.try-again')}</Button>
          {isKeychain && (
            <Button variant="quiet" onClick={() => void around()}>
              {t(action === 'forget' ? 'accounts.leave-password' : 'accounts.type-password')}
            </Button>
          )}
        </span>
      </Note>
    </div>
  )
}
