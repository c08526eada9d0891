import { FieldFrame } from './field-frame.tsx'
import styles from './text-field.module.css'

interface SelectFieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly words: string }[]
  readonly onChoose: (value: T) => void
}

/** One of a few, where radio buttons would take too much room. */
export function SelectField<T extends string>({ label, value, choices, onChoose }: SelectFieldProps<T>) {
  return (
    <FieldFrame label={label} problem={null}>
      {(ties) => (
        <select
          {...ties}
          className={styles.input}
          value={value}
          onChange={({ target }) => {
            const chosen = choices.find((choice) => choice.value === target.value)
            if (chosen !== undefined) onChoose(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
