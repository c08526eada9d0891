import type { Provider } from '#shared/catalogue/provider.ts'

export const domainfactory: Provider = {
  id: 'domainfactory',
  name: 'DomainFactory',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['ispgateway.de'],
  ns: ['namespace4you.de'],
  servers: {
    imap: ['sslin.df.eu:993:tls'],
    pop3: ['sslin.df.eu:995:tls'],
    smtp: ['sslout.df.eu:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, df.eu', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'NS records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
