import type { InputHTMLAttributes, ReactNode } from 'react'
import { FieldFrame } from './field-frame.tsx'
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
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(ties) => (
        <>
          <input {...input} {...ties} className={`${styles.input} ${styles[scale]}`} />
          {after}
        </>
      )}
    </FieldFrame>
  )
}
