import { useState } from 'react'
import { Icon } from './icon.tsx'
import styles from './copy-value.module.css'

interface CopyValueProps {
  readonly value: string
  /** What the button says to those who do not see its sign. */
  readonly label: string
  /** Said once it is done. */
  readonly done: string
}

/** A button of one sign beside a value that stands there to be read. */
export function CopyValue({ value, label, done }: CopyValueProps) {
  const [copied, setCopied] = useState<'no' | 'yes'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <>
      <button
        type="button"
        className={styles.copy}
        aria-label={label}
        title={label}
        onClick={() => void copy()}
      >
        <Icon name={copied === 'yes' ? 'check' : 'copy'} />
      </button>
      <span className="unseen" role="status">
        {copied === 'yes' && done}
      </span>
    </>
  )
}
