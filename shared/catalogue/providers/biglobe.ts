import type { Provider } from '#shared/catalogue/provider.ts'

export const biglobe: Provider = {
  id: 'biglobe',
  name: 'BIGLOBE',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['biglobe.ne.jp', '*.biglobe.ne.jp'],
  mx: [],
  servers: {
    imap: [],
    pop3: ['mail.biglobe.ne.jp:995:tls'],
    smtp: ['mail.biglobe.ne.jp:465:tls'],
  },
  userName: 'address',
  otherUserName: 'local-part',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, biglobe.ne.jp', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
