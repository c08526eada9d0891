import { useId, type ReactNode } from 'react'
import styles from './choices.module.css'

export interface Choice {
  readonly key: string
  readonly name: string
  readonly onPick: () => void
  /** The one that stands picked, where the choice can be changed on the same page. */
  readonly picked?: 'yes' | 'no'
}

interface ChoicesProps {
  readonly legend: ReactNode
  readonly choices: readonly Choice[]
}

/** Several ways on, each a button: pressing one is the choice. */
export function Choices({ legend, choices }: ChoicesProps) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={styles.legend}>
        {legend}
      </p>
      <div className={styles.choices}>
        {choices.map(({ key, name, onPick, picked }) => (
          <button
            key={key}
            type="button"
            className={styles.choice}
            aria-pressed={picked === undefined ? undefined : picked === 'yes'}
            onClick={onPick}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
      </div>
    </div>
  )
}
