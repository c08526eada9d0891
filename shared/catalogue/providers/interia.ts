import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const interia: Provider = {
  id: 'interia',
  name: 'Interia Poczta',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    interia.pl interia.eu interia.com vip.interia.pl poczta.fm intmail.pl interiowy.pl adresik.net
    pacz.to pisz.to ogarnij.se *.hub.pl
  `),
  mx: [],
  servers: {
    imap: ['poczta.interia.pl:993:tls'],
    pop3: [],
    smtp: ['poczta.interia.pl:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://pomoc.poczta.interia.pl/' },
  hints: [{ when: 'before', kind: 'enable-imap-pop', url: 'https://pomoc.poczta.interia.pl/' }],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
