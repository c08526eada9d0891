import { useState } from 'react'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Managing } from '#renderer/wizard/machine/managing.ts'
import { AccountTrouble } from '#renderer/wizard/steps/address/account-trouble.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './account-list.module.css'

interface AccountListProps {
  readonly accounts: readonly SavedAccount[]
  readonly managing: Managing
}

/** What has been set up on this computer, and what can be done with it. */
export function AccountList({ accounts, managing }: AccountListProps) {
  const { t } = useWords()
  return (
    <>
      <p role="status">
        {managing.state === 'forgotten' &&
          t(`accounts.removed.${managing.secrets}`, { address: managing.address })}
      </p>
      {accounts.length > 0 && (
        <section aria-labelledby="accounts-title">
          <h2 id="accounts-title">{t('accounts.title')}</h2>
          <ul className={styles.list}>
            {accounts.map((account) => (
              <li key={account.address} className={styles.account}>
                <AccountWords account={account} />
                <AccountActions account={account} managing={managing} />
                {managing.state === 'failed' && managing.address === account.address && (
                  <AccountTrouble account={account} failure={managing} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function AccountWords({ account }: { readonly account: SavedAccount }) {
  const { t, language } = useWords()
  const { address, provedAt, secretStore, services } = account
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const withoutPassword = services.every(({ signIn }) => signIn === 'none')
  return (
    <div className={styles.words}>
      <b>{address}</b>
      <span>
        {t('accounts.proved', { date: date.format(new Date(provedAt)) })}{' '}
        {secretStore === null
          ? t(withoutPassword ? 'accounts.no-password' : 'accounts.no-secret')
          : t('accounts.secret', { store: t(`store.${secretStore}`) })}
      </span>
    </div>
  )
}

interface AccountActionsProps {
  readonly account: SavedAccount
  readonly managing: Managing
}

function AccountActions({ account: { address, secretStore }, managing }: AccountActionsProps) {
  const { t } = useWords()
  const { accounts } = useTools().wizard
  const [asking, setAsking] = useState<'no' | 'yes'>('no')
  const disabled = managing.state === 'busy'
  const isBusy = managing.state === 'busy' && managing.address === address
  if (asking === 'yes') {
    return (
      <span className={styles.actions}>
        {t(secretStore === null ? 'accounts.ask' : 'accounts.ask-with-password')}
        <Button
          disabled={disabled}
          onClick={() => {
            setAsking('no')
            void accounts.forget(address)
          }}
        >
          {t('accounts.yes-remove')}
        </Button>
        <Button variant="quiet" onClick={() => setAsking('no')}>
          {t('accounts.keep')}
        </Button>
      </span>
    )
  }
  return (
    <span className={styles.actions}>
      {isBusy && (
        <span role="status">
          {t(managing.action === 'forget' ? 'accounts.busy.remove' : 'accounts.busy.open')}
        </span>
      )}
      <Button
        disabled={disabled}
        onClick={() => void accounts.open(address, 'test')}
        aria-label={t('accounts.test-named', { address })}
      >
        {t('accounts.test')}
      </Button>
      <Button
        variant="quiet"
        disabled={disabled}
        onClick={() => void accounts.open(address, 'edit')}
        aria-label={t('accounts.edit-named', { address })}
      >
        <Icon name="pencil" /> {t('accounts.edit')}
      </Button>
      <Button
        variant="quiet"
        disabled={disabled}
        onClick={() => setAsking('yes')}
        aria-label={t('accounts.remove-named', { address })}
      >
        <Icon name="bin" /> {t('accounts.remove')}
      </Button>
    </span>
  )
}
