import { useState } from 'react'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/wizard-context.tsx'
import styles from './account-list.module.css'

/** What has been set up on this computer. */
export function AccountList({ accounts }: { readonly accounts: readonly SavedAccount[] }) {
  const { t, language } = useWords()
  const { engine, wizard } = useTools()
  const [asking, setAsking] = useState<string | null>(null)
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const remove = async (address: string) => {
    setAsking(null)
    await engine.accounts.remove({ address })
    await wizard.start()
  }
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t('accounts.title')}</h2>
      <ul className={styles.list}>
        {accounts.map(({ address, provedAt, secretStore, services }) => (
          <li key={address} className={styles.account}>
            <div className={styles.words}>
              <b>{address}</b>
              <span>
                {t('accounts.proved', { date: date.format(new Date(provedAt)) })}{' '}
                {secretStore === null
                  ? t(
                      services.every(({ signIn }) => signIn === 'none')
                        ? 'accounts.no-password'
                        : 'accounts.no-secret',
                    )
                  : t('accounts.secret', { store: t(`store.${secretStore}`) })}
              </span>
            </div>
            {asking === address ? (
              <span className={styles.question}>
                {t('accounts.ask')}
                <Button onClick={() => void remove(address)}>{t('accounts.yes-remove')}</Button>
                <Button look="quiet" onClick={() => setAsking(null)}>
                  {t('accounts.keep')}
                </Button>
              </span>
            ) : (
              <Button
                look="quiet"
                onClick={() => setAsking(address)}
                aria-label={t('accounts.remove-named', { address })}
              >
                <Icon name="bin" /> {t('accounts.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
