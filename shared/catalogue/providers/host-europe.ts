import type { Provider } from '#shared/catalogue/provider.ts'

export const hostEurope: Provider = {
  id: 'host-europe',
  name: 'Host Europe',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['hosteurope.de', 'server-he.de'],
  ns: ['hosteurope.de'],
  // wp<number>.mail.server-he.de and wp<number>.mailout.server-he.de: only the customer knows the number.
  servers: {
    imap: [],
    pop3: [],
    smtp: [],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'own-server-name' }],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'NS records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
