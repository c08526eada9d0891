import type { Provider } from '#shared/catalogue/provider.ts'

export const vodafoneDe: Provider = {
  id: 'vodafone-de',
  name: 'Vodafone (Germany)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['vodafonemail.de', 'vodafone.de', 'arcor.de', 'kabelmail.de', 'nexgo.de'],
  mx: [],
  servers: {
    imap: ['imap.vodafonemail.de:993:tls'],
    pop3: ['pop3.vodafonemail.de:995:tls'],
    smtp: ['smtp.vodafonemail.de:465:tls'],
  },
  afterwards: 'collections',
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://www.vodafone.de/hilfe/vodafone-e-mail-cloud.html' },
  hints: [{ when: 'after', kind: 'app-password-possible' }],
  retiredHosts: ['imap.kabelmail.de', 'smtp.kabelmail.de'],
  sources: [
    { name: 'Mozilla ISPDB, vodafonemail.de', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
