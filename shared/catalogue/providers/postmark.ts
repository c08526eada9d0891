import type { Provider } from '#shared/catalogue/provider.ts'

export const postmark: Provider = {
  id: 'postmark',
  name: 'Postmark',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  servers: {
    imap: [],
    pop3: [],
    smtp: ['smtp.postmarkapp.com:587:starttls'],
  },
  unproved: ['smtp.postmarkapp.com:587:starttls'],
  userName: 'own',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'verified-sender' }],
  retiredHosts: [],
  sources: [{ name: 'nodemailer well-known services', date: '2026-08-01' }],
  comparedOn: '2026-11-20',
}
