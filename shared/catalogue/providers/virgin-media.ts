import type { Provider } from '#shared/catalogue/provider.ts'

export const virginMedia: Provider = {
  id: 'virgin-media',
  name: 'Virgin Media',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['virginmedia.com', 'ntlworld.com', 'blueyonder.co.uk', 'virgin.net'],
  mx: [],
  servers: {
    imap: ['imap.virginmedia.com:993:tls'],
    pop3: ['pop3.virginmedia.com:995:tls'],
    smtp: ['smtp.virginmedia.com:465:tls'],
  },
  afterwards: 'collections',
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { help: 'https://www.virginmedia.com/help' },
  hints: [{ when: 'before', kind: 'app-password-only' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
