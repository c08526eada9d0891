import type { ReactNode } from 'react'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './block.module.css'

interface BlockProps {
  readonly title: string
  /** Which of several blocks of this name it is. */
  readonly about: string
  /** The same as plain text, to be copied. */
  readonly text: string
  readonly children: ReactNode
}

/** One kind of what was seen, with its copy. */
export function Block({ title, about, text, children }: BlockProps) {
  const { t } = useWords()
  return (
    <section>
      <header className={styles.head}>
        <h3>{title}</h3>
        {text !== '' && (
          <span className={styles.copy}>
            <CopyButton
              variant="quiet"
              label={t('technician.copy')}
              about={`${title}, ${about}`}
              done={t('technician.copied')}
              text={text}
            />
          </span>
        )}
      </header>
      {children}
    </section>
  )
}
