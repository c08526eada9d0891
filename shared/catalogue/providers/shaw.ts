import type { Provider } from '#shared/catalogue/provider.ts'

export const shaw: Provider = {
  id: 'shaw',
  name: 'Shaw',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['shaw.ca'],
  mx: [],
  servers: {
    imap: ['imap.shaw.ca:993:tls'],
    pop3: [],
    smtp: ['mail.shaw.ca:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.rogers.com/support' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-21',
}
