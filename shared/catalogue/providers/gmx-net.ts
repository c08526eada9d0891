import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const gmxNet: Provider = {
  id: 'gmx-net',
  name: 'GMX',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    gmx.net gmx.de gmx.at gmx.ch gmx.eu gmx.biz gmx.org gmx.info mein.gmx mail.gmx email.gmx
  `),
  mx: ['gmx.net'],
  servers: {
    imap: ['imap.gmx.net:993:tls', 'imap.gmx.net:143:starttls'],
    pop3: ['pop.gmx.net:995:tls', 'pop.gmx.net:110:starttls'],
    smtp: ['mail.gmx.net:465:tls', 'mail.gmx.net:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    enable: 'https://hilfe.gmx.net/pop-imap/einschalten.html',
    appPassword: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
    help: 'https://hilfe.gmx.net/pop-imap/imap/imap-serverdaten.html',
  },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: 'https://hilfe.gmx.net/pop-imap/einschalten.html' },
    {
      when: 'before',
      kind: 'app-password-with-two-step',
      url: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, gmx.net', date: '2026-03-12' },
    { name: 'GMX, hilfe.gmx.net', date: '2026-11-20' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
  providerPageReadOn: '2026-11-20',
}
