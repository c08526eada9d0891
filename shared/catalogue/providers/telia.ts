import type { Provider } from '#shared/catalogue/provider.ts'

export const telia: Provider = {
  id: 'telia',
  name: 'Telia',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['telia.com'],
  mx: [],
  servers: {
    imap: ['mailin.telia.com:993:tls'],
    pop3: [],
    smtp: ['mailout.telia.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.telia.se/support' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-21',
}
