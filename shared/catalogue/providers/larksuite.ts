import type { Provider } from '#shared/catalogue/provider.ts'

export const larksuite: Provider = {
  id: 'larksuite',
  name: 'Lark Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['larksuite.com'],
  servers: {
    imap: ['imap.larksuite.com:993:tls'],
    pop3: [],
    smtp: ['smtp.larksuite.com:465:tls'],
  },
  unproved: ['imap.larksuite.com:993:tls', 'smtp.larksuite.com:465:tls'],
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'separate-password' }],
  retiredHosts: [],
  sources: [{ name: 'Several mail programs, compared by hand', date: '2026-11-27' }],
  comparedOn: '2026-11-27',
}
