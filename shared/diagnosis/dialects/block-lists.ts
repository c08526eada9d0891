import type { DialectLine } from '#shared/diagnosis/dialects/dialect.ts'
import type { DialectCode } from '#shared/diagnosis/dialects/counsel.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'

/** Somebody who keeps a public list of senders not to be trusted. */
export interface BlockList {
  readonly name: string
  readonly words: RegExp
  /** Where one can look up an address and ask to be taken off. It comes from here, never from the reply. */
  readonly page: string
}

const LISTS: readonly BlockList[] = [
  { name: 'Spamhaus', words: /spamhaus|\[BL2\d\]/i, page: 'https://check.spamhaus.org/' },
  { name: 'Barracuda', words: /barracuda/i, page: 'https://www.barracudacentral.org/lookups' },
  { name: 'SpamCop', words: /spamcop/i, page: 'https://www.spamcop.net/bl.shtml' },
  { name: 'UCEPROTECT', words: /uceprotect/i, page: 'https://www.uceprotect.net/' },
  { name: 'Abusix', words: /abusix/i, page: 'https://lookup.abusix.com/' },
  { name: 'Proofpoint', words: /proofpoint/i, page: 'https://ipcheck.proofpoint.com/' },
  { name: 'Cloudmark', words: /cloudmark/i, page: 'https://csi.cloudmark.com/en/reset/' },
  { name: 'Talos', words: /talos|senderbase/i, page: 'https://www.talosintelligence.com/reputation_center' },
  {
    name: 'Microsoft',
    words: /sender\.office\.com|banned send|\(S31[45]0\)|traffic not accepted/i,
    page: 'https://sender.office.com/',
  },
]

/** All that a pasted reply can make anybody open. */
export const BLOCK_LIST_PAGES: readonly string[] = LISTS.map(({ page }) => page)

/** Whoever keeps the list, if its name is in the reply and we know it. */
export function blockListIn(reply: ServerReply): BlockList | null {
  return LISTS.find(({ words }) => words.test(reply.text)) ?? null
}

/** DNS block lists are quoted by servers of every make, mostly with the name of the list's zone. */
export const BLOCK_LISTS: readonly DialectLine<DialectCode>[] = [
  { means: 'SEND_LISTED', words: /\b(dnsbl|rbl|block[- ]?list|black[- ]?list(ed)?|deny[- ]?list)/i },
  { means: 'SEND_LISTED', words: /blocked (using|by) [\w.-]{0,60}\.[a-z]{2,}|listed (in|at|by|on) /i },
  { means: 'SEND_LISTED', words: /spamhaus|spamcop|uceprotect|barracuda ?(reputation|central|networks)/i },
  { means: 'SEND_LISTED', words: /(ipcheck|prs|dynamic reputation)\W{0,3}proofpoint|proofpoint dynamic/i },
  {
    means: 'SEND_LISTED',
    words: /csi\.cloudmark\.com|blocked (using|by) (trend|abusix|proofpoint|barracuda)/i,
  },
]
