import { LIMIT_WORDS } from '#shared/replies/dialects/limit-words.ts'
import {
  CONTENT_WORDS,
  FORM_WORDS,
  PROOF_WORDS,
  VAGUE_WORDS,
  WAY_WORDS,
} from '#shared/replies/dialects/message-words.ts'
import { RECIPIENT_WORDS } from '#shared/replies/dialects/recipient-words.ts'
import { HOST_WORDS, SENDER_WORDS } from '#shared/replies/dialects/sender-words.ts'
import type { ReplyLine } from '#shared/replies/reply-line.ts'
import { SIGN_IN_WORDS } from '#shared/replies/sign-in-lines.ts'

/** What Postfix, Exim, Dovecot, qmail and their relatives say in words, whatever number stands before them. */
const SIGN_IN: readonly ReplyLine[] = [
  {
    means: 'AUTH_PROTOCOL_DISABLED',
    words: /\b(IMAP|POP3?)4?( access)? (is )?(disabled|switched off|not enabled|deaktiviert)/i,
  },
  { means: 'AUTH_PROTOCOL_DISABLED', words: /\b(enable|allow|activate) (IMAP|POP3?)\b/i },
  {
    means: 'AUTH_ENCRYPTION_REQUIRED',
    words:
      /AUTH command used when not advertised|only available under a layer|plaintext authentication (not allowed|disallowed|disabled)/i,
  },
  { means: 'AUTH_ENCRYPTION_REQUIRED', status: ['x.7.10', 'x.7.11'] },
  SIGN_IN_WORDS,
  { means: 'AUTH_NONE_USABLE', code: [503], words: /authentication not enabled/i },
  { means: 'AUTH_NOT_PERMITTED', response: ['AUTHORIZATIONFAILED', 'NOPERM'] },
  { means: 'SEND_MAILBOX_FULL', response: ['OVERQUOTA'] },
]

/**
 * The particular before the general: what is proved and how a message is written, how much, by whom, to whom. "To reduce
 * spam" stands in refusals of every kind, so what is said about content comes near the end.
 */
export const SERVER_WORDS: readonly ReplyLine[] = [
  ...SIGN_IN,
  { means: 'AUTH_REQUIRED', words: /unauthenticated senders? (are |is )?not (allowed|permitted)/i },
  ...HOST_WORDS,
  ...PROOF_WORDS,
  ...FORM_WORDS,
  ...LIMIT_WORDS,
  ...SENDER_WORDS,
  ...RECIPIENT_WORDS,
  ...CONTENT_WORDS,
  ...WAY_WORDS,
  ...VAGUE_WORDS,
]
