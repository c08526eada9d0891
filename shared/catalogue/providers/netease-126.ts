import type { Provider } from '#shared/catalogue/provider.ts'

export const netease126: Provider = {
  id: 'netease-126',
  name: 'NetEase 126.com',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['126.com'],
  mx: [],
  servers: {
    imap: ['imap.126.com:993:tls'],
    pop3: ['pop.126.com:995:tls'],
    smtp: ['smtp.126.com:465:tls'],
  },
  unproved: ['pop.126.com:995:tls'],
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [
    { when: 'before', kind: 'authorization-code' },
    { when: 'before', kind: 'enable-imap-pop' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'Himalaya config.sample.toml', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}
