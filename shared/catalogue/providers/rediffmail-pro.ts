import type { Provider } from '#shared/catalogue/provider.ts'

export const rediffmailPro: Provider = {
  id: 'rediffmail-pro',
  name: 'Rediffmail Pro',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['rediff.com'],
  mx: ['rediffmailpro.com'],
  servers: {
    imap: ['imap.rediffmailpro.com:993:tls'],
    pop3: [],
    smtp: ['smtp.rediffmailpro.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
