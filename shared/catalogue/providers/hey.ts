import type { Provider } from '#shared/catalogue/provider.ts'

export const hey: Provider = {
  id: 'hey',
  name: 'HEY',
  kind: 'closed',
  accountType: 'other',
  domains: ['hey.com'],
  mx: ['app.hey.com'],
  servers: {
    imap: [],
    pop3: [],
    smtp: [],
  },
  userName: 'address',
  signIn: [],
  pages: {},
  hints: [{ when: 'before', kind: 'no-mail-program' }],
  retiredHosts: [],
  sources: [{ name: 'deltachat provider-db', date: '2024-11-01' }],
  comparedOn: '2026-11-20',
}
