import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
import { blockListIn } from '#shared/replies/block-list.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'

/** What the words of a code are filled with: the block list that is named, and the number's place in the registry. */
export function replyFacts(reply: ServerReply): Readonly<Record<string, string>> {
  const status = parseEnhancedStatus(partsOf(reply).enhanced)
  return {
    list: blockListIn(reply)?.name ?? 'none',
    ...(status === null ? {} : { class: status.class, subject: status.subject, detail: status.detail ?? '' }),
  }
}
