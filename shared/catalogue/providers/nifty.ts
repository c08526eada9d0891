import type { Provider } from '#shared/catalogue/provider.ts'

export const nifty: Provider = {
  id: 'nifty',
  name: '@nifty',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['nifty.com'],
  mx: [],
  // The ISPDB still says plain text for sending: only encrypted ports are tried.
  servers: {
    imap: [],
    pop3: ['pop.nifty.com:995:tls'],
    smtp: ['smtp.nifty.com:465:tls', 'smtp.nifty.com:587:starttls'],
  },
  unproved: ['pop.nifty.com:995:tls', 'smtp.nifty.com:465:tls', 'smtp.nifty.com:587:starttls'],
  userName: 'address',
  otherUserName: 'local-part',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, nifty.com', date: '2026-11-20' }],
  comparedOn: '2026-11-20',
}
