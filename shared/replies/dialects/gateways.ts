import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Filters that companies put in front of their own servers: Proofpoint, Mimecast, Barracuda, Cisco, MessageLabs. */
export const GATEWAYS: readonly ReplyLine[] = [
  // amavis gives its verdict behind the number under which it keeps the message.
  { means: 'SEND_CONTENT', words: /\bid=[\w-]{1,80}\W{1,4}(spam|infected|ube|blocked)\b/i },
  { means: 'SEND_ATTACHMENT', words: /\bid=[\w-]{1,80}\W{1,4}banned\b/i },
  { means: 'SEND_FORMAT', words: /\bid=[\w-]{1,80}\W{1,4}bad[_ -]header/i },
  { means: 'SEND_UNAUTHENTICATED', words: /anti-?spoofing policy/i },
  { means: 'SEND_RECIPIENT_RESTRICTED', words: /administrative prohibition|envelope blocked/i },
  { means: 'SEND_CONTENT', words: /rejected due to security policies/i },
  { means: 'SEND_CONTENT', words: /permanent failure for one or more recipients \([^)]{0,200}:blocked\)/i },
  { means: 'SEND_DELAYED', words: /internal resources? (are|is)? ?temporarily unavailable/i },
  {
    means: 'SEND_BLOCKED',
    words: /poor reputation|access to (submit messages to )?this (e-?mail|mail) system/i,
  },
  {
    means: 'SEND_BLOCKED',
    words:
      /connection rejected by policy|sending (ip|server|host|network)[^.;]{0,40} blocked|host network,? not allowed|(use|through) the (smtp|mail) (server|relay) (of|from|at) your (isp|provider)|not (currently )?accept(ing)? (e-?mails?|mails?|messages|connections) from (your|this|hosts)|open proxy|due to abuse|bad ip profile|\bdial-?up\b|dynamic[- ]ip\b|not allowed access|no access from (mail )?server|(?<!\bip )address (that )?(has been |is )?black-?listed|badmailfrom/i,
  },
  { means: 'SEND_RECIPIENT_UNKNOWN', status: ['5.1.0'], words: /^\W{0,3}address rejected/i },
]
