import type { Provider } from '#shared/catalogue/provider.ts'

export const libero: Provider = {
  id: 'libero',
  name: 'Libero Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['libero.it', 'iol.it', 'inwind.it', 'blu.it', 'giallo.it'],
  mx: [],
  servers: {
    imap: ['imapmail.libero.it:993:tls'],
    pop3: ['popmail.libero.it:995:tls'],
    smtp: ['smtp.libero.it:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://aiuto.libero.it/' },
  hints: [{ when: 'before', kind: 'app-password-with-two-step' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, libero.it', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
