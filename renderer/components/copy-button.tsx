import { useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { Icon } from './icon.tsx'

interface CopyButtonProps {
  readonly label: string
  /** What is copied, for those who hear one of several such buttons without what stands beside it. */
  readonly about?: string
  /** Said once it is done. */
  readonly done: string
  /** What to copy, or how to make it once it is wanted. */
  readonly text: string | (() => string | Promise<string>)
  readonly variant?: ButtonProps['variant']
}

/** Copies a text that stands beside it; where that is not allowed, it can still be selected there. */
export function CopyButton({ label, about, done, text, variant = 'plain' }: CopyButtonProps) {
  const [copied, setCopied] = useState<'no' | 'yes'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text())
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <>
      <Button
        variant={variant}
        aria-label={about === undefined ? undefined : `${label}: ${about}`}
        onClick={() => void copy()}
      >
        <Icon name="copy" /> {label}
      </Button>
      <span role="status">{copied === 'yes' && done}</span>
    </>
  )
}
