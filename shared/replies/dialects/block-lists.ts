import { LINKS_IN_MESSAGE } from '#shared/replies/dialects/message-words.ts'
import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** DNS block lists are quoted by servers of every make, mostly with the name of the list's zone. */
export const BLOCK_LISTS: readonly ReplyLine[] = [
  ...LINKS_IN_MESSAGE,
  {
    means: 'SEND_LISTED',
    words:
      /(?<!\b(?:not|n't) (?:in|on) (?:the|our|my|any) )\b(dnsbls?|rbls?|(dns ?)?(block|black|deny|reject)[- ]?list(s|ed|ing)?)\b/i,
  },
  {
    means: 'SEND_LISTED',
    words:
      /blocked (using|by) [\w.-]{0,60}\.[a-z]{2,}|(?<!\bnot )\blisted (in|at|by|on) ((the|our|an?|your|several|some|multiple) )?(([\w-]{1,60}\.){1,6}[a-z]{2,}|[\w-]{0,20} ?(reputation|senderbase|spam|block|black|sbl|xbl|pbl|css))/i,
  },
  { means: 'SEND_LISTED', words: /spamhaus|spamcop|uceprotect|barracuda ?(reputation|central|networks)/i },
  { means: 'SEND_LISTED', words: /(ipcheck|prs|dynamic reputation)\W{0,3}proofpoint|proofpoint dynamic/i },
  {
    means: 'SEND_LISTED',
    words: /csi\.cloudmark\.com|blocked (using|by) (trend|abusix|proofpoint|barracuda)/i,
  },
  {
    means: 'SEND_LISTED',
    words:
      /\b(ip|host|network|server|client)\b[^.;]{0,40}\b(identified|known|reported|listed|marked|flagged|recogni[sz]ed)( as| for)( an?)?( \w{1,12})? ?(spam|spammer|abus)|spam(ming)? (ip|host|source)\b|source of spam/i,
  },
]
