import type { Provider } from '#shared/catalogue/provider.ts'

export const ocn: Provider = {
  id: 'ocn',
  name: 'OCN',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['ocn.ne.jp', '*.ocn.ne.jp', 'ocn.ad.jp'],
  mx: [],
  servers: {
    imap: [],
    pop3: ['pop.ocn.ne.jp:995:tls'],
    smtp: ['smtp.ocn.ne.jp:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, ocn.ne.jp', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
