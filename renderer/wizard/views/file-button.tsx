import { useRef } from 'react'
import { Button, type ButtonProps } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'

interface FileButtonProps {
  readonly label: string
  /** Endings and types that the chooser shows first. */
  readonly accept: string
  readonly variant?: NonNullable<ButtonProps['variant']>
  readonly onFile: (file: File) => void
}

/** Opens the chooser of the system; what is chosen is read in the page. */
export function FileButton({ label, accept, variant = 'plain', onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) onFile(file)
          // The same file may be chosen again after it was changed.
          target.value = ''
        }}
      />
      <Button variant={variant} onClick={() => input.current?.click()}>
        <Icon name="file" /> {label}
      </Button>
    </>
  )
}
