import type { Provider } from '#shared/catalogue/provider.ts'

export const tpg: Provider = {
  id: 'tpg',
  name: 'TPG',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['tpg.com.au'],
  mx: [],
  // The mailboxes went to The Messaging Company; the collections still have the old hosts.
  servers: {
    imap: ['imap.themessagingco.com.au:993:tls', 'mail.tpg.com.au:993:tls'],
    pop3: ['pop.themessagingco.com.au:995:tls'],
    smtp: ['smtp.themessagingco.com.au:465:tls', 'mail.tpg.com.au:465:tls'],
  },
  unproved: [
    'imap.themessagingco.com.au:993:tls',
    'mail.tpg.com.au:993:tls',
    'pop.themessagingco.com.au:995:tls',
    'smtp.themessagingco.com.au:465:tls',
    'mail.tpg.com.au:465:tls',
  ],
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'being-moved' }],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-11-27' },
    { name: 'The Messaging Company, settings offered as thunderbird/autoconfig#120', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
