import { domainList } from '#shared/catalogue/domain-list.ts'
import { FOUR_GROUPS_OF_FOUR } from '#shared/catalogue/app-password.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const aol: Provider = {
  id: 'aol',
  name: 'AOL Mail',
  kind: 'mailbox',
  accountType: 'aol',
  domains: domainList(`
    aol.com aim.com netscape.net netscape.com compuserve.com cs.com wmconnect.com aol.de aol.it aol.fr
    aol.es aol.se aol.co.uk aol.co.nz aol.com.au aol.com.ar aol.com.br aol.com.mx verizon.net love.com
    ygm.com wow.com aol.at aol.be aol.ch aol.cl aol.com.co aol.com.tr aol.com.ve aol.cz aol.dk aol.fi
    aol.hk aol.in aol.jp aol.kr aol.nl aol.pl aol.ru aol.tw bellatlantic.net gte.net csi.com when.com
    wild4music.com
  `),
  mx: ['gm0.yahoodns.net'],
  servers: {
    imap: ['imap.aol.com:993:tls'],
    pop3: ['pop.aol.com:995:tls'],
    smtp: ['smtp.aol.com:465:tls', 'smtp.aol.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password' }],
  pages: {
    appPassword: 'https://login.aol.com/account/security',
    help: 'https://help.aol.com/articles/how-do-i-use-other-email-applications-to-send-and-receive-my-aol-mail',
  },
  appPasswordFormat: FOUR_GROUPS_OF_FOUR,
  hints: [
    { when: 'before', kind: 'app-password-only', url: 'https://login.aol.com/account/security' },
    { when: 'after', kind: 'app-password-known-browser' },
  ],
  retiredHosts: ['incoming.verizon.net'],
  sources: [
    { name: 'Mozilla ISPDB, aol.com', date: '2026-03-12' },
    { name: 'Mozilla ISPDB, verizon.net', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'mailboxtaxi.com, app passwords', date: '2026-11-20' },
    { name: 'MailCore, providers.json', date: '2026-11-27' },
    { name: '@mikkelscheike/email-provider-links 5.2.2', date: '2026-11-27' },
    { name: 'Lists of the consumer domains that mail senders keep, three compared', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
