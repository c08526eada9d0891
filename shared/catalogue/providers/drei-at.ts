import type { Provider } from '#shared/catalogue/provider.ts'

export const dreiAt: Provider = {
  id: 'drei-at',
  name: 'Drei (Austria)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['drei.at'],
  mx: [],
  servers: {
    imap: ['imap.drei.at:993:tls'],
    pop3: [],
    smtp: ['smtp.drei.at:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.drei.at/' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-21',
}
