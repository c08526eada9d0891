import type { Provider } from '#shared/catalogue/provider.ts'

export const gandi: Provider = {
  id: 'gandi',
  name: 'Gandi',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['mail.gandi.net'],
  ns: ['gandi.net'],
  servers: {
    imap: ['mail.gandi.net:993:tls', 'mail.gandi.net:143:starttls'],
    pop3: ['mail.gandi.net:995:tls', 'mail.gandi.net:110:starttls'],
    smtp: ['mail.gandi.net:465:tls', 'mail.gandi.net:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  sending: {
    spfInclude: '_mailcust.gandi.net',
    dkimSelectors: ['gm1', 'gm2', 'gm3'],
    dkimTarget: '{selector}.gandimail.net',
  },
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Gandi documentation, name servers', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
