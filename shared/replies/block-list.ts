import type { ServerReply } from '#shared/domain/server-reply.ts'

/** A public list of senders not to be trusted, and its keeper. */
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
  { name: 'Yahoo', words: /\[TSS?0[37]\]|\[BL\d\d\]/, page: 'https://senders.yahooinc.com/contact/' },
  {
    name: 'Microsoft',
    words: /sender\.office\.com|banned send|\(S31[45]0\)|traffic not accepted/i,
    page: 'https://sender.office.com/',
  },
]

/** The only pages that a pasted reply can make a user open. */
export const BLOCK_LIST_PAGES: readonly string[] = LISTS.map(({ page }) => page)

/** The list that the reply names, if it is a known one. */
export function blockListIn(reply: ServerReply): BlockList | null {
  return LISTS.find(({ words }) => words.test(reply.text)) ?? null
}
