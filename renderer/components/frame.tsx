import type { ReactNode } from 'react'
import { isLanguage } from '#shared/i18n/languages.ts'
import { LANGUAGE_NAMES, useWords } from '#renderer/i18n/words.tsx'
import { Icon } from './icon.tsx'
import styles from './frame.module.css'

export interface FrameProps {
  /** The names of the steps, and which of them is shown; `null` outside of them. */
  readonly steps: readonly string[]
  readonly current: number | null
  readonly badge?: string | null
  /** A choice about how every screen looks, beside the language. */
  readonly choice?: ReactNode
  /** Whom to turn to, on every screen. */
  readonly support?: ReactNode
  readonly children: ReactNode
}

/** What is around every screen: the name, how far it is, the language. */
export function Frame({ steps, current, badge = null, choice, support, children }: FrameProps) {
  const { t, language, setLanguage } = useWords()
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <span className={styles.brand}>
          <Mark /> Mailwright
        </span>
        {badge !== null && <span className={styles.badge}>{badge}</span>}
        <ol className={styles.steps} aria-label={t('frame.steps')}>
          {steps.map((name, index) => (
            <li
              key={name}
              className={current !== null && index <= current ? styles.passed : undefined}
              aria-current={index === current ? 'step' : undefined}
            >
              <span className="unseen">{name}</span>
            </li>
          ))}
        </ol>
        <label className={styles.language}>
          <Icon name="globe" />
          <span className="unseen">{t('frame.language')}</span>
          <select
            value={language}
            onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
          >
            {LANGUAGE_NAMES.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {choice}
        {Boolean(support) && <div className={styles.support}>{support}</div>}
      </header>
      {children}
    </div>
  )
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
      <rect x="2" y="6" width="28" height="20" rx="4" className={styles.paper} />
      <path d="M3 9l13 9 13-9" className={styles.fold} />
      <circle cx="16" cy="18" r="5" className={styles.wax} />
    </svg>
  )
}
