import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** iCloud: HM marks judge the sender, CS marks the message. */
export const APPLE: readonly ReplyLine[] = [
  { means: 'SEND_BLOCKED', words: /\[HM\d\d\]/ },
  { means: 'SEND_CONTENT', words: /\[CS\d\d\]/ },
  { means: 'SEND_DELAYED', words: /deferred due to excessive volume/i },
]
