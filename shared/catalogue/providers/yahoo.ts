import { domainList } from '#shared/catalogue/domain-list.ts'
import { FOUR_GROUPS_OF_FOUR } from '#shared/catalogue/app-password.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const yahoo: Provider = {
  id: 'yahoo',
  name: 'Yahoo Mail',
  kind: 'mailbox',
  accountType: 'yahoo',
  domains: domainList(`
    yahoo.com ymail.com rocketmail.com myyahoo.com yahoo.at yahoo.be yahoo.ca yahoo.cz yahoo.de yahoo.dk
    yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl
    yahoo.pt yahoo.ro yahoo.se yahoo.co.id yahoo.co.il yahoo.co.in yahoo.co.nz yahoo.co.th yahoo.co.uk
    yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.co yahoo.com.hk yahoo.com.mx
    yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.ve
    yahoo.com.vn y7mail.com yahoo.bg yahoo.cl yahoo.co.kr yahoo.com.hr yahoo.com.ua yahoo.ee yahoo.lt
    yahoo.lv yahoo.sk kimo.com geocities.com
  `),
  mx: ['am0.yahoodns.net'],
  servers: {
    imap: ['imap.mail.yahoo.com:993:tls', 'export.imap.mail.yahoo.com:993:tls'],
    pop3: ['pop.mail.yahoo.com:995:tls'],
    smtp: ['smtp.mail.yahoo.com:465:tls', 'smtp.mail.yahoo.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password' }],
  pages: {
    appPassword: 'https://login.yahoo.com/account/security',
    help: 'https://help.yahoo.com/kb/SLN15241.html',
  },
  appPasswordFormat: FOUR_GROUPS_OF_FOUR,
  hints: [
    { when: 'before', kind: 'app-password-only', url: 'https://login.yahoo.com/account/security' },
    { when: 'after', kind: 'app-password-known-browser' },
  ],
  retiredHosts: ['plus.smtp.mail.yahoo.com'],
  sources: [
    { name: 'Mozilla ISPDB, yahoo.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'FairEmail FAQ 88', date: '2026-08-22' },
    { name: 'Yahoo help, SLN15241', date: '2026-11-20' },
    { name: 'mailboxtaxi.com, app passwords', date: '2026-11-20' },
    { name: 'LineageOS Email, providers.xml', date: '2026-11-27' },
    { name: 'Lists of the consumer domains that mail senders keep, three compared', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
  providerPageReadOn: '2026-11-20',
}
