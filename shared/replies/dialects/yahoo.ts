import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Yahoo and AOL: short marks in brackets say more than the number. */
export const YAHOO: readonly ReplyLine[] = [
  // It counts attempts with the account's own password, which mail programs may not use any more.
  { means: 'AUTH_APP_PASSWORD', words: /#AUTH00\d/ },
  { means: 'SEND_BLOCKED', words: /\[TSS?03\]|permanently deferred/i },
  { means: 'SEND_DELAYED', words: /\[TSS?\d\d\]|temporarily deferred/i },
  { means: 'SEND_LISTED', words: /\[BL\d\d\]/ },
  { means: 'SEND_UNAUTHENTICATED', words: /\(AU01\)|\[AU01\]/ },
  { means: 'SEND_CONTENT', words: /\[PH\d\d\]|not accepted for policy reasons/i },
  { means: 'SEND_RECIPIENT_DISABLED', words: /mailbox is disabled \(554\.30\)/i },
]
