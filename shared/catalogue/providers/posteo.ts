import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const posteo: Provider = {
  id: 'posteo',
  name: 'Posteo',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    posteo.de posteo.at posteo.be posteo.ca posteo.ch posteo.cl posteo.co posteo.co.uk posteo.com
    posteo.com.br posteo.cr posteo.cz posteo.dk posteo.ee posteo.es posteo.eu posteo.fi posteo.gl
    posteo.gr posteo.hn posteo.hr posteo.hu posteo.ie posteo.in posteo.is posteo.it posteo.jp posteo.la
    posteo.li posteo.lt posteo.lu posteo.me posteo.mx posteo.my posteo.net posteo.nl posteo.no posteo.nz
    posteo.org posteo.pe posteo.pl posteo.pm posteo.pt posteo.ro posteo.se posteo.sg posteo.si posteo.tn
    posteo.uk posteo.us
  `),
  mx: [],
  servers: {
    imap: ['posteo.de:993:tls', 'posteo.de:143:starttls'],
    pop3: ['posteo.de:995:tls', 'posteo.de:110:starttls'],
    smtp: ['posteo.de:465:tls', 'posteo.de:587:starttls'],
  },
  userName: 'address',
  // FairEmail signs in as name@posteo.net whatever the address.
  otherUserName: 'own',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://posteo.de/en/help' },
  hints: [{ when: 'after', kind: 'primary-address' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, posteo.de', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
