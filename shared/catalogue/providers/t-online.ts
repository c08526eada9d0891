import type { Provider } from '#shared/catalogue/provider.ts'

export const tOnline: Provider = {
  id: 't-online',
  name: 'T-Online',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['t-online.de', 'magenta.de'],
  mx: [],
  servers: {
    imap: ['secureimap.t-online.de:993:tls'],
    pop3: ['securepop.t-online.de:995:tls'],
    smtp: ['securesmtp.t-online.de:465:tls', 'securesmtp.t-online.de:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    enable: 'https://www.telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten',
    help: 'https://www.telekom.de/hilfe/apps-dienste/e-mail/einstellungen/posteingang-postausgang-server',
  },
  hints: [
    {
      when: 'before',
      kind: 'separate-password',
      url: 'https://www.telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, t-online.de', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
