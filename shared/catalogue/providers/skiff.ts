import type { Provider } from '#shared/catalogue/provider.ts'

export const skiff: Provider = {
  id: 'skiff',
  name: 'Skiff',
  kind: 'closed',
  accountType: 'other',
  domains: ['skiff.com'],
  mx: ['inbound-smtp.skiff.com'],
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
