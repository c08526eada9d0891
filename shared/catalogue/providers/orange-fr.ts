import type { Provider } from '#shared/catalogue/provider.ts'

export const orangeFr: Provider = {
  id: 'orange-fr',
  name: 'Orange (France)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['orange.fr', 'wanadoo.fr'],
  mx: [],
  servers: {
    imap: ['imap.orange.fr:993:tls'],
    pop3: ['pop.orange.fr:995:tls'],
    smtp: ['smtp.orange.fr:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://assistance.orange.fr/' },
  hints: [{ when: 'after', kind: 'enable-access' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, orange.fr', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
