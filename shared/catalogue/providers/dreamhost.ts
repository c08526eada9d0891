import type { Provider } from '#shared/catalogue/provider.ts'

export const dreamhost: Provider = {
  id: 'dreamhost',
  name: 'DreamHost',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['dreamhost.com'],
  ns: ['dreamhost.com'],
  servers: {
    imap: ['imap.dreamhost.com:993:tls'],
    pop3: [],
    smtp: ['smtp.dreamhost.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'NS records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
