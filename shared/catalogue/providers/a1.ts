import type { Provider } from '#shared/catalogue/provider.ts'

export const a1: Provider = {
  id: 'a1',
  name: 'A1',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['a1.net', 'aon.at'],
  mx: [],
  servers: {
    imap: ['securemail.a1.net:993:tls'],
    pop3: [],
    smtp: ['securemail.a1.net:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.a1.net/' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, a1.net', date: '2026-03-12' }],
  comparedOn: '2026-11-21',
}
