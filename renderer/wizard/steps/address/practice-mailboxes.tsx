import type { PracticeGuide } from '#shared/contract/practice.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { useFirstTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './practice-mailboxes.module.css'

interface PracticeMailboxesProps {
  readonly guide: PracticeGuide
  readonly typed: string
}

/** The addresses of the practice provider, each with what goes wrong there. */
export function PracticeMailboxes({ guide, typed }: PracticeMailboxesProps) {
  const { t } = useWords()
  const { wizard } = useFirstTools()
  return (
    <section className={styles.practice} aria-labelledby="practice-title">
      <h2 id="practice-title">{t('practice.title')}</h2>
      <p className={styles.lead}>{t('practice.lead')}</p>
      <ul className={styles.list}>
        {guide.mailboxes.map(({ fault, address }) => (
          <li key={fault}>
            <button
              type="button"
              className={styles.mailbox}
              aria-pressed={typed === address}
              onClick={() => wizard.dispatch({ type: 'address-typed', text: address })}
            >
              <span>{t(`practice.fault.${fault}`)}</span>
              <code>{address}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
