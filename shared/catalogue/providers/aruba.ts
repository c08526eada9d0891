import type { Provider } from '#shared/catalogue/provider.ts'

export const aruba: Provider = {
  id: 'aruba',
  name: 'Aruba',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['mx.aruba.it'],
  // Most customers' MX hosts are named below their own domain: then only the name servers tell.
  ns: ['technorail.com', 'arubadns.net'],
  servers: {
    imap: ['imaps.aruba.it:993:tls'],
    pop3: [],
    smtp: ['smtps.aruba.it:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'nodemailer well-known services', date: '2026-08-01' },
  ],
  comparedOn: '2026-11-20',
}
