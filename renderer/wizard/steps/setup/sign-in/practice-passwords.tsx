import type { PracticeGuide } from '#shared/contract/practice.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './practice-passwords.module.css'

interface PracticePasswordsProps {
  readonly guide: PracticeGuide
  readonly address: string
  readonly onPick: (password: string) => void
}

/** The passwords of a practice mailbox, in the order in which they are worth trying. */
export function PracticePasswords({ guide, address, onPick }: PracticePasswordsProps) {
  const { t } = useWords()
  const mailbox = guide.mailboxes.find((candidate) => candidate.address === address)
  if (mailbox === undefined) return null
  return (
    <Note tone="info">
      {t('practice.passwords', { count: mailbox.passwords.length })}
      <span className={styles.passwords}>
        {mailbox.passwords.map((password) => (
          <Button key={password} onClick={() => onPick(password)}>
            <code>{password}</code>
          </Button>
        ))}
      </span>
    </Note>
  )
}
