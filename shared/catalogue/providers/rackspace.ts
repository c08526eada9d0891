import type { Provider } from '#shared/catalogue/provider.ts'

export const rackspace: Provider = {
  id: 'rackspace',
  name: 'Rackspace Email',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['emailsrvr.com'],
  ns: ['rackspace.com', 'stabletransit.com'],
  servers: {
    imap: ['secure.emailsrvr.com:993:tls'],
    pop3: [],
    smtp: ['secure.emailsrvr.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, emailsrvr.com', date: '2026-03-12' },
    { name: 'Rackspace documentation, name servers', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
