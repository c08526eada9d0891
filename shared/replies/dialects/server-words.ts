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
import { SIGN_IN_DIALECT } from '#shared/replies/dialects/sign-in-words.ts'

/**
 * The particular before the general: what is proved and how a message is written, how much, by whom, to whom. "To reduce
 * spam" stands in refusals of every kind, so what is said about content comes near the end.
 */
export const SERVER_WORDS: readonly ReplyLine[] = [
  ...SIGN_IN_DIALECT,
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
