import { useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface CopyButtonProps {
  readonly label: string
  /** Said once it is done. */
  readonly done: string
  readonly text: string
}

/** Copies a text that stands beside it; where that is not allowed, it can still be selected there. */
export function CopyButton({ label, done, text }: CopyButtonProps) {
  const [copied, setCopied] = useState<'no' | 'yes'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>
        <Icon name="copy" /> {label}
      </Button>
      <span role="status">{copied === 'yes' && done}</span>
    </>
  )
}
