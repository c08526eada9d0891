import type { ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `main`: the one strong button of a screen or panel. `plain`: a way beside it. `quiet`: looks like a link. */
  readonly variant?: 'main' | 'plain' | 'quiet'
}

export function Button({ variant = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`${styles.button} ${styles[variant]}`} />
}
