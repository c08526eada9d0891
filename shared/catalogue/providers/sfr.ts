import type { Provider } from '#shared/catalogue/provider.ts'

export const sfr: Provider = {
  id: 'sfr',
  name: 'SFR',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['sfr.fr', 'neuf.fr', 'cegetel.net', '9online.fr', 'club-internet.fr'],
  mx: [],
  servers: {
    imap: ['imap.sfr.fr:993:tls'],
    pop3: ['pop.sfr.fr:995:tls'],
    smtp: ['smtp.sfr.fr:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://assistance.sfr.fr/' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
