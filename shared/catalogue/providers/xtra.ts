import type { Provider } from '#shared/catalogue/provider.ts'

export const xtra: Provider = {
  id: 'xtra',
  name: 'Xtra Mail (Spark)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['xtra.co.nz'],
  mx: [],
  servers: {
    imap: ['imap.xtra.co.nz:993:tls'],
    pop3: ['pop3.xtra.co.nz:995:tls'],
    smtp: ['send.xtra.co.nz:465:tls', 'send.xtra.co.nz:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.spark.co.nz/help' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
