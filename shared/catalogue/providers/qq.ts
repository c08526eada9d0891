import type { Provider } from '#shared/catalogue/provider.ts'

export const qq: Provider = {
  id: 'qq',
  name: 'QQ Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['qq.com', 'vip.qq.com', 'foxmail.com'],
  mx: [],
  servers: {
    imap: ['imap.qq.com:993:tls'],
    pop3: ['pop.qq.com:995:tls'],
    smtp: ['smtp.qq.com:465:tls', 'smtp.qq.com:587:starttls'],
  },
  unproved: ['pop.qq.com:995:tls'],
  userName: 'address',
  signIn: [
    { kind: 'app-password' },
    {
      kind: 'password',
      ending: {
        instead: 'app-password',
        life: {
          announced: null,
          effective: '2022-11-01',
          final: '2022-11-01',
          postponedBy: 'nobody',
          concerns: 'all',
          source: { name: 'ashea.com.cn, QQ Mail authorization codes', date: '2022-10-11' },
        },
      },
    },
  ],
  pages: { enable: 'https://mail.qq.com/' },
  hints: [
    { when: 'before', kind: 'authorization-code', url: 'https://mail.qq.com/' },
    { when: 'before', kind: 'enable-imap-pop', url: 'https://mail.qq.com/' },
    { when: 'after', kind: 'app-password-revoked' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, qq.com', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'ashea.com.cn, QQ Mail authorization codes', date: '2022-10-11' },
    { name: 'mutt-wizard, domains.csv', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
