import type { Provider } from '#shared/catalogue/provider.ts'

export const bell: Provider = {
  id: 'bell',
  name: 'Bell',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['bell.net', 'sympatico.ca'],
  mx: [],
  servers: {
    imap: ['imap.bell.net:993:tls'],
    pop3: ['pophm.sympatico.ca:995:tls'],
    smtp: ['smtphm.sympatico.ca:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, bell.net', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
