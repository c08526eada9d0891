import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** DNS block lists are quoted by servers of every make, mostly with the name of the list's zone. */
export const BLOCK_LISTS: readonly ReplyLine[] = [
  { means: 'SEND_LISTED', words: /\b(dnsbl|rbl|block[- ]?list|black[- ]?list(ed)?|deny[- ]?list)/i },
  { means: 'SEND_LISTED', words: /blocked (using|by) [\w.-]{0,60}\.[a-z]{2,}|listed (in|at|by|on) /i },
  { means: 'SEND_LISTED', words: /spamhaus|spamcop|uceprotect|barracuda ?(reputation|central|networks)/i },
  { means: 'SEND_LISTED', words: /(ipcheck|prs|dynamic reputation)\W{0,3}proofpoint|proofpoint dynamic/i },
  {
    means: 'SEND_LISTED',
    words: /csi\.cloudmark\.com|blocked (using|by) (trend|abusix|proofpoint|barracuda)/i,
  },
]
