import type { Provider } from '#shared/catalogue/provider.ts'

export const freeFr: Provider = {
  id: 'free-fr',
  name: 'Free',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['free.fr', 'libertysurf.fr'],
  mx: [],
  servers: {
    imap: ['imap.free.fr:993:tls'],
    pop3: ['pop.free.fr:995:tls'],
    smtp: ['smtp.free.fr:465:tls'],
  },
  userName: 'local-part',
  otherUserName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { enable: 'https://assistance.free.fr/articles/609' },
  hints: [
    { when: 'before', kind: 'enable-smtp', url: 'https://assistance.free.fr/articles/609' },
    { when: 'before', kind: 'user-name-is-local-part' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, free.fr', date: '2026-03-12' },
    { name: 'FairEmail FAQ 157', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
