import { settingWords } from '#shared/i18n/setting-words.ts'
import type { InspectedAccount } from '#shared/programs/account-review.ts'
import type { ReadNote } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './programs.module.css'

interface AccountRowsProps {
  readonly client: ReadableClient
  /** `null`: a text that the user gave. */
  readonly profileId: string | null
  readonly accounts: readonly Omit<InspectedAccount, 'client'>[]
  readonly notes: readonly ReadNote[]
}

/** The accounts of one place, with their servers, and what was not read there. */
export function AccountRows({ client, profileId, accounts, notes }: AccountRowsProps) {
  const { t } = useWords()
  return (
    <>
      {accounts.length > 0 && (
        <ul className={styles.accounts}>
          {accounts.map((one) => (
            <AccountRow
              key={`${one.account.name} ${one.account.address}`}
              inspected={{ client, ...one }}
              profileId={profileId}
            />
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <Note tone="info">{notes.map((note) => t(`inspect.note.${note}`)).join(' ')}</Note>
      )}
    </>
  )
}

interface AccountRowProps {
  readonly inspected: InspectedAccount
  readonly profileId: string | null
}

function AccountRow({ inspected: { client, account, findings }, profileId }: AccountRowProps) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const { program } = READERS[client]
  const name = account.address ?? account.name
  const suspect = findings.find(({ severity }) => severity === 'error')
  return (
    <li className={styles.account}>
      <div className={styles.words}>
        <b>
          <Breakable text={name} />
        </b>
        {account.services.map(({ protocol, host, port }) => (
          <span key={`${protocol} ${host} ${port}`} className={styles.server}>
            {t(`service.${protocol}`)}: <bdi>{`${host}:${port}`}</bdi>
          </span>
        ))}
        {suspect !== undefined && (
          <span className={styles.suspect}>
            <Icon name="exclamation" />{' '}
            {t('programs.suspect', { title: settingWords(suspect, client, program, { t, language }).title })}
          </span>
        )}
      </div>
      <Button
        aria-label={t('programs.test-named', { address: name, program })}
        onClick={() => void wizard.inspection.inspect({ client, account, profileId })}
      >
        {t('programs.test')}
      </Button>
    </li>
  )
}
