import type { Provider } from '#shared/catalogue/provider.ts'

export const neteaseYeah: Provider = {
  id: 'netease-yeah',
  name: 'NetEase yeah.net',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['yeah.net'],
  mx: [],
  servers: {
    imap: ['imap.yeah.net:993:tls'],
    pop3: ['pop.yeah.net:995:tls'],
    smtp: ['smtp.yeah.net:465:tls'],
  },
  unproved: ['pop.yeah.net:995:tls'],
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
