import type { Provider } from '#shared/catalogue/provider.ts'

export const telstra: Provider = {
  id: 'telstra',
  name: 'Telstra',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['bigpond.com', 'bigpond.net.au', 'bigpond.net', 'telstra.com'],
  mx: [],
  servers: {
    imap: ['imap.telstra.com:993:tls'],
    pop3: ['pop.telstra.com:995:tls'],
    smtp: ['smtp.telstra.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    help: 'https://www.telstra.com.au/support/category/email/telstra-mail/recommended-email-settings-for-telstra-mail',
  },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, bigpond.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
