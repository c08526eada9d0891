import { useId, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './text-field.module.css'

/** What ties a field to its label, its hint and its problem. */
export interface FieldTies {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

interface FieldFrameProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with the content; announced, and tied to the field. */
  readonly problem: string | null
  readonly children: (ties: FieldTies) => ReactNode
}

/** The words around a field of whatever kind. */
export function FieldFrame({ label, hint, problem, children }: FieldFrameProps) {
  const id = useId()
  const describedBy = [hint === undefined ? '' : `${id}-hint`, problem === null ? '' : `${id}-problem`]
    .join(' ')
    .trim()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        {children({
          id,
          'aria-invalid': problem !== null,
          'aria-describedby': describedBy === '' ? undefined : describedBy,
        })}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem !== null && (
          <>
            <Icon name="exclamation" /> {problem}
          </>
        )}
      </p>
    </div>
  )
}
