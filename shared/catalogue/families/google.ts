import type { DatedEnd, HttpsUrl } from '#shared/catalogue/provider.ts'

/** IMAP has no switch any more; POP3 keeps one. */
export const GMAIL_POP_SWITCH: HttpsUrl = 'https://mail.google.com/mail/#settings/fwdandpop'

/** "Check mail from other accounts": closed to new users in the first quarter of 2026, to the others later that year. */
export const GMAIL_FETCHING: DatedEnd = {
  kind: 'fetching-ends',
  when: 'after',
  life: {
    announced: null,
    effective: '2026-01-01',
    final: '2027-01-01',
    postponedBy: 'nobody',
    concerns: 'new-customers',
    source: { name: 'gtechbooster.com and dopstart.com, end of POP fetching in Gmail', date: '2026-11-27' },
  },
}
