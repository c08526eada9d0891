import type { ReactNode, TextareaHTMLAttributes } from 'react'
import { FieldFrame } from './field-frame.tsx'
import styles from './text-field.module.css'

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id'> {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with the content; announced, and tied to the field. */
  readonly problem?: string | null
}

/** A field for several lines of what machines have written. */
export function TextArea({ label, hint, problem = null, ...area }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(ties) => <textarea {...area} {...ties} className={`${styles.input} ${styles.area}`} />}
    </FieldFrame>
  )
}
