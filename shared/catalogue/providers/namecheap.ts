import type { Provider } from '#shared/catalogue/provider.ts'

export const namecheap: Provider = {
  id: 'namecheap',
  name: 'Namecheap Private Email',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['privateemail.com'],
  servers: {
    imap: ['mail.privateemail.com:993:tls'],
    pop3: [],
    smtp: ['mail.privateemail.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  sending: { spfInclude: 'spf.privateemail.com' },
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'grokipedia.com, default name servers', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
