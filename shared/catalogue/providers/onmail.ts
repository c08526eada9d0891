import type { Provider } from '#shared/catalogue/provider.ts'

export const onmail: Provider = {
  id: 'onmail',
  name: 'OnMail',
  kind: 'closed',
  accountType: 'other',
  domains: ['onmail.com'],
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
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
