import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { FoundMessage } from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import type { MessageCount } from '#engine/protocols/pop3/commands/stat.ts'
import { ask, readLines, rejected } from '#engine/protocols/pop3/reply.ts'

/** A message that has just arrived is among the last; reading on would only cost time. */
const NEWEST = 5

/**
 * The headers of one of the newest messages, if it has this word in its subject. Only headers are read (TOP, RFC 1939 section 7),
 * nothing is marked or deleted.
 */
export async function findInSubjects(
  line: LineSocket,
  count: MessageCount,
  word: string,
): Promise<Outcome<FoundMessage | null, Fault>> {
  const counted = await count.read()
  if (!counted.ok) return counted
  const { messages } = counted.value
  for (let number = messages; number > Math.max(0, messages - NEWEST); number -= 1) {
    const reply = await ask(line, `TOP ${number} 0`)
    if (!reply.ok) return reply
    if (reply.value.status !== '+OK') return rejected(reply.value, line)
    const header = await readLines(line)
    if (!header.ok) return header
    if (header.value.some((text) => /^subject:/i.test(text) && text.includes(word)))
      return ok({ head: header.value.join('\n') })
  }
  return ok(null)
}
