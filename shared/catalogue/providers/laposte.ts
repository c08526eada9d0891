import type { Provider } from '#shared/catalogue/provider.ts'

export const laposte: Provider = {
  id: 'laposte',
  name: 'La Poste',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['laposte.net'],
  mx: [],
  servers: {
    imap: ['imap.laposte.net:993:tls'],
    pop3: ['pop.laposte.net:995:tls'],
    smtp: ['smtp.laposte.net:465:tls'],
  },
  userName: 'local-part',
  otherUserName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://aide.laposte.net/' },
  hints: [
    { when: 'before', kind: 'user-name-is-local-part' },
    { when: 'after', kind: 'primary-address' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
