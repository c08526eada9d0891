import type { Provider } from '#shared/catalogue/provider.ts'

/** A separate company: neither the servers nor the sign-in of Yahoo. */
export const yahooJapan: Provider = {
  id: 'yahoo-japan',
  name: 'Yahoo! Japan',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['yahoo.co.jp'],
  mx: [],
  servers: {
    imap: ['imap.mail.yahoo.co.jp:993:tls'],
    pop3: ['pop.mail.yahoo.co.jp:995:tls'],
    smtp: ['smtp.mail.yahoo.co.jp:465:tls'],
  },
  userName: 'local-part',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [
    { when: 'before', kind: 'separate-company' },
    { when: 'before', kind: 'user-name-is-local-part' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
