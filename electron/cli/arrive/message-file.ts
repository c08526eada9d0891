import type { MessageFacts } from '#shared/domain/message-facts.ts'
import { looksLikeMessage } from '#shared/explain/read-message.ts'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readNamedFile } from '#cli/named-file.ts'

/** Headers are at the front; nothing behind them is read. */
const HEAD = 256 * 1024

/**
 * The headers of a message that was saved as it arrived.
 * @throws UsageError that says why it cannot be read
 */
export async function readMessageFile(name: string): Promise<MessageFacts> {
  const text = (await readNamedFile(name, { limit: HEAD, beyond: 'cut' })).toString('latin1')
  if (!looksLikeMessage(text.replaceAll('\r\n', '\n')))
    throw new UsageError('cli.usage.no-message', { file: name })
  return readMessageFacts(text)
}
