import type { Provider } from '#shared/catalogue/provider.ts'

export const ukrNet: Provider = {
  id: 'ukr-net',
  name: 'UKR.NET',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['ukr.net'],
  mx: [],
  servers: {
    imap: ['imap.ukr.net:993:tls'],
    pop3: [],
    smtp: ['smtp.ukr.net:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { enable: 'https://wiki.ukr.net/ManageIMAPAccess' },
  hints: [{ when: 'before', kind: 'enable-imap-pop', url: 'https://wiki.ukr.net/ManageIMAPAccess' }],
  retiredHosts: [],
  sources: [{ name: 'deltachat provider-db', date: '2024-11-01' }],
  comparedOn: '2026-11-20',
}
