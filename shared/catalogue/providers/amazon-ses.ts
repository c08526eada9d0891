import type { Provider } from '#shared/catalogue/provider.ts'

export const amazonSes: Provider = {
  id: 'amazon-ses',
  name: 'Amazon SES',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  servers: {
    imap: [],
    pop3: [],
    smtp: [
      'email-smtp.eu-west-1.amazonaws.com:465:tls',
      'email-smtp.eu-west-1.amazonaws.com:587:starttls',
      'email-smtp.us-east-1.amazonaws.com:465:tls',
      'email-smtp.us-east-1.amazonaws.com:587:starttls',
      'email-smtp.us-west-2.amazonaws.com:465:tls',
      'email-smtp.us-west-2.amazonaws.com:587:starttls',
    ],
  },
  userName: 'own',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html' },
  hints: [
    { when: 'before', kind: 'verified-sender' },
    {
      when: 'before',
      kind: 'separate-password',
      url: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    },
    { when: 'before', kind: 'data-centre' },
  ],
  sending: { spfInclude: 'amazonses.com' },
  retiredHosts: [],
  sources: [
    { name: 'nodemailer well-known services', date: '2026-08-01' },
    { name: 'Amazon SES, SMTP credentials', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-21',
  providerPageReadOn: '2026-11-20',
}
