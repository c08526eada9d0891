import type { Provider } from '#shared/catalogue/provider.ts'

export const smtp2go: Provider = {
  id: 'smtp2go',
  name: 'SMTP2GO',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  servers: {
    imap: [],
    pop3: [],
    smtp: ['mail.smtp2go.com:587:starttls'],
  },
  unproved: ['mail.smtp2go.com:587:starttls'],
  userName: 'own',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'verified-sender' }],
  retiredHosts: [],
  sources: [{ name: 'nodemailer well-known services', date: '2026-08-01' }],
  comparedOn: '2026-11-20',
}
