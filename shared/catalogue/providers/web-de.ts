import type { Provider } from '#shared/catalogue/provider.ts'

export const webDe: Provider = {
  id: 'web-de',
  name: 'WEB.DE',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['web.de'],
  mx: [],
  servers: {
    imap: ['imap.web.de:993:tls', 'imap.web.de:143:starttls'],
    pop3: ['pop3.web.de:995:tls', 'pop3.web.de:110:starttls'],
    smtp: ['smtp.web.de:465:tls', 'smtp.web.de:587:starttls'],
  },
  userName: 'local-part',
  otherUserName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    enable: 'https://hilfe.web.de/pop-imap/einschalten.html',
    help: 'https://hilfe.web.de/pop-imap/',
  },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: 'https://hilfe.web.de/pop-imap/einschalten.html' },
    { when: 'before', kind: 'app-password-with-two-step' },
    { when: 'before', kind: 'user-name-is-local-part' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, web.de', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
