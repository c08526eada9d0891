import type { Provider } from '#shared/catalogue/provider.ts'

export const xserver: Provider = {
  id: 'xserver',
  name: 'XServer',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['xserver.jp'],
  // The mailbox is on the host that takes the mail.
  servers: {
    imap: ['{mx}:993:tls'],
    pop3: ['{mx}:995:tls'],
    smtp: ['{mx}:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Common practice, not verified', date: '2026-11-27' }],
  comparedOn: '2026-11-27',
}
