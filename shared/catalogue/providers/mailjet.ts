import type { Provider } from '#shared/catalogue/provider.ts'

export const mailjet: Provider = {
  id: 'mailjet',
  name: 'Mailjet',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  servers: {
    imap: [],
    pop3: [],
    smtp: ['in.mailjet.com:587:starttls'],
  },
  userName: 'own',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'verified-sender' }],
  sending: { spfInclude: 'spf.mailjet.com', dkimSelectors: ['mailjet'] },
  retiredHosts: [],
  sources: [{ name: 'nodemailer well-known services', date: '2026-08-01' }],
  comparedOn: '2026-11-20',
}
