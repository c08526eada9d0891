import type { Provider } from '#shared/catalogue/provider.ts'

export const mailgun: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  servers: {
    imap: [],
    pop3: [],
    smtp: ['smtp.mailgun.org:465:tls', 'smtp.mailgun.org:587:starttls'],
  },
  unproved: ['smtp.mailgun.org:587:starttls'],
  userName: 'own',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'verified-sender' }],
  sending: { spfInclude: 'mailgun.org' },
  retiredHosts: [],
  sources: [{ name: 'nodemailer well-known services', date: '2026-08-01' }],
  comparedOn: '2026-11-20',
}
