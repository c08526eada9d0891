import { useRef, useState } from 'react'
import { isOwnMessage } from '#shared/arrival/aligned.ts'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

/** Headers are at the front; nothing behind them is read. */
const HEAD = 256 * 1024

interface OpenMessageProps {
  /** The domain of the account. */
  readonly domain: string
  readonly onMessage: (message: MessageFacts) => void
}

/** A message that was saved as it arrived: its headers are read in the page, and only what they say goes on. */
export function OpenMessage({ domain, onMessage }: OpenMessageProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (file: File) => {
    const head = await file.slice(0, HEAD).arrayBuffer()
    const message = readMessageFacts(new TextDecoder('latin1').decode(head))
    const { fromDomain } = message
    if (isOwnMessage(message, domain)) {
      setProblem(null)
      onMessage(message)
    } else
      setProblem(
        fromDomain === null
          ? t('arrival.message-none')
          : t('arrival.message-other', { from: fromDomain, domain }),
      )
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".eml,.txt,message/rfc822,text/plain"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) void read(file)
          // The same file may be chosen again after it was changed.
          target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Icon name="file" /> {t('arrival.open-message')}
      </Button>
      <p role="alert">{problem}</p>
    </>
  )
}
