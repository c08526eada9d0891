import type { Provider } from '#shared/catalogue/provider.ts'

export const sendgrid: Provider = {
  id: 'sendgrid',
  name: 'SendGrid',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  servers: {
    imap: [],
    pop3: [],
    smtp: ['smtp.sendgrid.net:587:starttls'],
  },
  // The password is the key.
  userName: 'own',
  fixedUserName: 'apikey',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [
    { when: 'before', kind: 'api-key' },
    { when: 'before', kind: 'verified-sender' },
  ],
  sending: { spfInclude: 'sendgrid.net' },
  retiredHosts: [],
  sources: [{ name: 'nodemailer well-known services', date: '2026-08-01' }],
  comparedOn: '2026-11-21',
}
