import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** What is left of refusals of a message once no dialect has spoken: vague words, each with its most likely meaning. */
export const LEFT_OF_REFUSALS: readonly ReplyLine[] = [
  { means: 'SEND_AS_DENIED', words: /not allowed to send/i },
  { means: 'SEND_RATE', words: /too many/i },
  { means: 'AUTH_SUSPENDED', code: [525] },
  // Turned away for a security or policy reason (RFC 3463 X.7), most often for the network it came from.
  { means: 'SEND_BLOCKED', status: ['5.7.*'] },
  { means: 'SEND_BLOCKED', words: /\bspam|blocked|\breputation|\bpolic(y|ies)\b/i },
]
