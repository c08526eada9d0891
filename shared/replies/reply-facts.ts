import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
import { busyWith, dislikes } from '#shared/replies/other-reasons.ts'
import { blockListIn } from '#shared/replies/block-list.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'

/** What is limited: a program that sends with fewer connections at a time need not wait for long. */
const CONNECTIONS = /\b(connections?|sessions?|threads?)\b/i
const ALMOST = /\b(almost|nearly|nearing|approaching|close to|fast) (full|voll|its|your|the|ihr)/i

/** Exchange has one number for a wrong password and for SMTP AUTH that an administrator has switched off. */
export function mayBeSwitchedOff(reply: ServerReply): boolean {
  return partsOf(reply).enhanced === '5.7.3'
}

/** What the words of a code are filled with: the block list that is named, what keeps a server busy, and the number's place in the registry. */
export function replyFacts(reply: ServerReply): Readonly<Record<string, string>> {
  const { enhanced, responseCode, text } = partsOf(reply)
  const status = parseEnhancedStatus(enhanced)
  return {
    limit: CONNECTIONS.test(text) ? 'connections' : 'messages',
    fill: ALMOST.test(text) ? 'almost' : 'full',
    busy: busyWith(text, responseCode),
    switch: mayBeSwitchedOff(reply) ? 'off' : 'none',
    dislikes: dislikes(reply),
    list: blockListIn(reply)?.name ?? 'none',
    ...(status === null ? {} : { class: status.class, subject: status.subject, detail: status.detail ?? '' }),
  }
}
