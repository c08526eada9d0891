import type { Provider } from '#shared/catalogue/provider.ts'

export const rediffmail: Provider = {
  id: 'rediffmail',
  name: 'Rediffmail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['rediffmail.com'],
  mx: [],
  // 586 is not a usual port; the ISPDB lists it beside 465.
  servers: {
    imap: [],
    pop3: ['pop.rediffmail.com:995:tls'],
    smtp: ['smtp.rediffmail.com:465:tls', 'smtp.rediffmail.com:586:tls', 'smtp.rediffmail.com:587:starttls'],
  },
  unproved: ['smtp.rediffmail.com:587:starttls'],
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, rediffmail.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
