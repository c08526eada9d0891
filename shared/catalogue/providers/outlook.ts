import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Ending, Provider } from '#shared/catalogue/provider.ts'

const IMAP_SWITCH = 'https://outlook.live.com/mail/options/mail/forwarding'

const ENDED: Ending = {
  instead: 'oauth',
  life: {
    announced: null,
    effective: '2024-09-16',
    final: '2024-09-16',
    postponedBy: 'nobody',
    concerns: 'all',
    source: { name: 'Microsoft tech community, post 4164184; FairEmail FAQ 14', date: '2026-08-22' },
  },
}

export const outlook: Provider = {
  id: 'outlook',
  name: 'Outlook.com',
  kind: 'mailbox',
  accountType: 'outlook',
  domains: domainList(`
    hotmail.com live.com msn.com outlook.com windowslive.com livemail.tw outlook.at outlook.be
    outlook.cl outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in
    outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg
    outlook.sk outlook.co.id outlook.co.il outlook.co.th outlook.com.ar outlook.com.au outlook.com.br
    outlook.com.gr outlook.com.tr outlook.com.vn hotmail.be hotmail.ca hotmail.cl hotmail.cz hotmail.de
    hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.it hotmail.lt hotmail.lv
    hotmail.my hotmail.nl hotmail.no hotmail.ph hotmail.rs hotmail.se hotmail.sg hotmail.sk
    hotmail.co.id hotmail.co.il hotmail.co.in hotmail.co.jp hotmail.co.kr hotmail.co.th hotmail.co.uk
    hotmail.co.za hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.hk hotmail.com.tr
    hotmail.com.tw hotmail.com.vn live.at live.be live.ca live.cl live.cn live.de live.dk live.fi
    live.fr live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se live.co.jp
    live.co.kr live.co.uk live.co.za live.com.ar live.com.au live.com.mx live.com.my live.com.ph
    live.com.pt live.com.sg hotmail.at hotmail.com.pe hotmail.ie hotmail.in hotmail.jp hotmail.kr
    hotmail.pt hotmail.sa live.co.il live.co.nz live.co.th live.com.gr live.com.pe live.com.tr
    live.com.vn live.cz live.es live.hu live.lv live.ph live.pt live.sa live.sg live.sk outlook.co.nz
    outlook.com.pe hotmail.co.nz hotmail.com.gr hotmail.com.mx hotmail.id live.eu msn.cn outlook.cn
    outlook.id passport.com hotmail.ac hotmail.as hotmail.ba hotmail.bb hotmail.bs hotmail.ch
    hotmail.co.at hotmail.co.pn hotmail.co.ug hotmail.co.ve hotmail.com.bo hotmail.com.do hotmail.com.ly
    hotmail.com.my hotmail.com.ph hotmail.com.pl hotmail.com.ru hotmail.com.sg hotmail.com.tt
    hotmail.com.uz hotmail.com.ve hotmail.ee hotmail.hk hotmail.la hotmail.lu hotmail.ly hotmail.mn
    hotmail.mw hotmail.net.fj hotmail.pn hotmail.sh hotmail.ua hotmail.vu live.ch live.co.in live.com.co
    live.com.pk live.com.ve msn.nl outlook.bg outlook.bz outlook.cm outlook.co outlook.co.cr
    outlook.com.es outlook.com.hr outlook.com.py outlook.com.ua outlook.ec outlook.hn outlook.ht
    outlook.la outlook.mx outlook.pa outlook.pk outlook.ro outlook.si outlook.uy webtv.net
    windowslive.es
  `),
  mx: ['olc.protection.outlook.com'],
  servers: {
    imap: ['outlook.office365.com:993:tls'],
    pop3: ['outlook.office365.com:995:tls'],
    smtp: ['smtp-mail.outlook.com:587:starttls', 'smtp.office365.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password', ending: ENDED }, { kind: 'password', ending: ENDED }],
  pages: {
    enable: IMAP_SWITCH,
    help: 'https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040',
  },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: IMAP_SWITCH },
    { when: 'after', kind: 'primary-address' },
  ],
  retiredHosts: [
    'smtp.live.com',
    'pop3.live.com',
    'imap-mail.outlook.com',
    'pop-mail.outlook.com',
    'smtp.outlook.com',
    'imap.outlook.com',
    'm.outlook.com',
    'smtp-mail.outlook.com:465',
  ],
  sources: [
    { name: 'Mozilla ISPDB, hotmail.com', date: '2026-03-12' },
    { name: 'FairEmail FAQ 14', date: '2026-08-22' },
    { name: 'Close sync engine, providers.py', date: '2026-11-27' },
    { name: 'validator 13.15.35, normalizeEmail.js; email-provider-links 5.2.2', date: '2026-11-27' },
    { name: 'Microsoft, POP, IMAP and SMTP settings for Outlook.com', date: '2026-04-01' },
    { name: 'Lists of the consumer domains that mail senders keep, three compared', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
  providerPageReadOn: '2026-04-01',
}
