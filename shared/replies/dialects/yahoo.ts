import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Yahoo and AOL: short marks in brackets say more than the number. */
export const YAHOO: readonly ReplyLine[] = [
  // It counts attempts with the account's own password, which mail programs may not use any more.
  { means: 'AUTH_APP_PASSWORD', words: /#AUTH00\d/ },
  // These are its own list, which an administrator asks to be taken off.
  { means: 'SEND_LISTED', words: /\[TSS?0[37]\]|permanently deferred/i },
  { means: 'SEND_SENDER_UNKNOWN', words: /unresolvable (rfc\S{0,8} )?from[- ]domain/i },
  { means: 'SEND_DELAYED', words: /\[TSS?\d\d\]|temporarily deferred/i },
  { means: 'SEND_LISTED', words: /\[BL\d\d\]/ },
  { means: 'SEND_UNAUTHENTICATED', words: /\(AU01\)|\[AU01\]/ },
  { means: 'SEND_CONTENT', words: /\[PH\d\d\]/ },
  { means: 'SEND_RECIPIENT_DISABLED', words: /mailbox is disabled \(554\.30\)/i },
]
