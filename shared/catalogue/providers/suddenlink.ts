import type { Provider } from '#shared/catalogue/provider.ts'

export const suddenlink: Provider = {
  id: 'suddenlink',
  name: 'Suddenlink',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['suddenlink.net'],
  mx: [],
  servers: {
    imap: ['imap.suddenlink.net:993:tls'],
    pop3: [],
    smtp: ['smtp.suddenlink.net:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.optimum.net/FAQ/#/answers/a_id/216' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
