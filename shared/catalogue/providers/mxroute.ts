import type { Provider } from '#shared/catalogue/provider.ts'

export const mxroute: Provider = {
  id: 'mxroute',
  name: 'MXroute',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['mxrouting.net', 'mxlogin.com'],
  servers: {
    imap: ['mail.mxlogin.com:993:tls'],
    pop3: [],
    smtp: ['mail.mxlogin.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'own-server-name' }],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
