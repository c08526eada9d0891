import type { Provider } from '#shared/catalogue/provider.ts'

export const criptext: Provider = {
  id: 'criptext',
  name: 'Criptext',
  kind: 'closed',
  accountType: 'other',
  domains: ['criptext.com'],
  mx: [],
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
