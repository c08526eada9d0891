import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
import { blockListIn } from '#shared/replies/block-list.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'

/** What is limited: a program that sends with fewer connections at a time need not wait for long. */
const CONNECTIONS = /\b(connections?|sessions?|threads?)\b/i
const ALMOST = /\b(almost|nearly|nearing|approaching|close to|fast) (full|voll|its|your|the|ihr)/i

/** What the words of a code are filled with: what is limited, the block list that is named, the number's place in the registry. */
export function replyFacts(reply: ServerReply): Readonly<Record<string, string>> {
  const status = parseEnhancedStatus(partsOf(reply).enhanced)
  return {
    limit: CONNECTIONS.test(reply.text) ? 'connections' : 'messages',
    fill: ALMOST.test(reply.text) ? 'almost' : 'full',
    list: blockListIn(reply)?.name ?? 'none',
    ...(status === null ? {} : { class: status.class, subject: status.subject, detail: status.detail ?? '' }),
  }
}
