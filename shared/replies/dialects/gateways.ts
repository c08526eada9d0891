import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Filters that companies put in front of their own servers: Proofpoint, Mimecast, Barracuda, Cisco, MessageLabs. */
export const GATEWAYS: readonly ReplyLine[] = [
  { means: 'SEND_UNAUTHENTICATED', words: /anti-?spoofing policy/i },
  { means: 'SEND_RECIPIENT_RESTRICTED', words: /administrative prohibition|envelope blocked/i },
  { means: 'SEND_CONTENT', words: /rejected due to security policies/i },
  { means: 'SEND_CONTENT', words: /permanent failure for one or more recipients \([^)]{0,200}:blocked\)/i },
  { means: 'SEND_DELAYED', words: /internal resources? (are|is)? ?temporarily unavailable/i },
  {
    means: 'SEND_BLOCKED',
    words: /poor reputation|access to (submit messages to )?this (e-?mail|mail) system/i,
  },
  { means: 'SEND_BLOCKED', words: /connection rejected by policy/i },
  { means: 'SEND_RECIPIENT_UNKNOWN', status: ['5.1.0'], words: /^\W{0,3}address rejected/i },
]
