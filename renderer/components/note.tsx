import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './note.module.css'

const ICONS = {
  info: 'info',
  good: 'check',
  warn: 'exclamation',
  bad: 'exclamation',
} as const satisfies Record<string, IconName>

export interface NoteProps {
  readonly tone: keyof typeof ICONS
  readonly children: ReactNode
  /** A button that belongs to what the note says. */
  readonly action?: ReactNode
}

/** Something to know, set apart from the course of the page. */
export function Note({ tone, children, action }: NoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]}`}>
      <span className={styles.mark}>
        <Icon name={ICONS[tone]} />
      </span>
      <div className={styles.words}>{children}</div>
      {Boolean(action) && <div className={styles.action}>{action}</div>}
    </div>
  )
}
