import type { Provider } from '#shared/catalogue/provider.ts'

export const oneCom: Provider = {
  id: 'one-com',
  name: 'one.com',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['one.com'],
  ns: ['one.com'],
  servers: {
    imap: ['imap.one.com:993:tls'],
    pop3: [],
    smtp: ['send.one.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  sending: { spfInclude: '_custspf.one.com' },
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, one.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'NS records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
