import type { Provider } from '#shared/catalogue/provider.ts'

export const hetzner: Provider = {
  id: 'hetzner',
  name: 'Hetzner',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['your-server.de'],
  ns: ['your-server.de', 'first-ns.de', 'second-ns.de', 'second-ns.com'],
  servers: {
    imap: ['mail.your-server.de:993:tls'],
    pop3: [],
    smtp: ['mail.your-server.de:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, hetzner.de', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Hetzner wiki, DNS Robot', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
