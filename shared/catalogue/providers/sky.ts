import type { Provider } from '#shared/catalogue/provider.ts'

export const sky: Provider = {
  id: 'sky',
  name: 'Sky',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['sky.com'],
  mx: [],
  servers: {
    imap: ['imap.tools.sky.com:993:tls'],
    pop3: ['pop.tools.sky.com:995:tls'],
    smtp: ['smtp.tools.sky.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [
    { when: 'before', kind: 'app-password-only' },
    { when: 'after', kind: 'app-password-known-browser' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, sky.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'FairEmail FAQ 88', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
