import type { Provider } from '#shared/catalogue/provider.ts'

export const telenet: Provider = {
  id: 'telenet',
  name: 'Telenet',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['telenet.be'],
  mx: [],
  servers: {
    imap: ['imap.telenet.be:993:tls'],
    pop3: [],
    smtp: ['smtp.telenet.be:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.telenet.be/' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-21',
}
