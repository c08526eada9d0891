import type { Provider } from '#shared/catalogue/provider.ts'

export const hostinger: Provider = {
  id: 'hostinger',
  name: 'Hostinger',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['hostinger.com'],
  servers: {
    imap: ['imap.hostinger.com:993:tls'],
    pop3: [],
    smtp: ['smtp.hostinger.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  sending: {
    spfInclude: '_spf.mail.hostinger.com',
    dkimSelectors: ['hostingermail-a', 'hostingermail-b', 'hostingermail-c'],
    dkimTarget: '{selector}.dkim.mail.hostinger.com',
  },
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Hostinger help, article 8671230', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
