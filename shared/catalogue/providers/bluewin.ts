import type { Provider } from '#shared/catalogue/provider.ts'

export const bluewin: Provider = {
  id: 'bluewin',
  name: 'Bluewin (Swisscom)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['bluewin.ch'],
  mx: [],
  servers: {
    imap: ['imaps.bluewin.ch:993:tls'],
    pop3: ['pop3s.bluewin.ch:995:tls'],
    smtp: ['smtpauths.bluewin.ch:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://emailsetup.swisscom.ch/' },
  hints: [{ when: 'after', kind: 'app-password-possible' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
