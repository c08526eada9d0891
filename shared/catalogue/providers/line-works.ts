import type { Provider } from '#shared/catalogue/provider.ts'

export const lineWorks: Provider = {
  id: 'line-works',
  name: 'LINE WORKS',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['worksmobile.com'],
  servers: {
    imap: ['imap.worksmobile.com:993:tls'],
    pop3: [],
    smtp: ['smtp.worksmobile.com:465:tls'],
  },
  unproved: ['imap.worksmobile.com:993:tls', 'smtp.worksmobile.com:465:tls'],
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'app-password-only' }],
  retiredHosts: [],
  sources: [{ name: 'Several mail programs, compared by hand', date: '2026-11-27' }],
  comparedOn: '2026-11-27',
}
