import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './text-field.module.css'

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with the content; announced, and tied to the field. */
  readonly problem?: string | null
  readonly size?: never
  readonly scale?: 'normal' | 'large'
  readonly after?: ReactNode
}

export function TextField({
  label,
  hint,
  problem = null,
  scale = 'normal',
  after,
  ...input
}: TextFieldProps) {
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
        <input
          {...input}
          id={id}
          className={`${styles.input} ${styles[scale]}`}
          aria-invalid={problem !== null}
          aria-describedby={describedBy === '' ? undefined : describedBy}
        />
        {after}
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
