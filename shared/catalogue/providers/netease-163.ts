import type { Provider } from '#shared/catalogue/provider.ts'

export const netease163: Provider = {
  id: 'netease-163',
  name: 'NetEase 163.com',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['163.com'],
  mx: [],
  servers: {
    imap: ['imap.163.com:993:tls'],
    pop3: ['pop.163.com:995:tls'],
    smtp: ['smtp.163.com:465:tls'],
  },
  unproved: ['pop.163.com:995:tls'],
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { enable: 'https://mail.163.com/' },
  hints: [
    { when: 'before', kind: 'authorization-code', url: 'https://mail.163.com/' },
    { when: 'before', kind: 'enable-imap-pop', url: 'https://mail.163.com/' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'Himalaya config.sample.toml', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}
