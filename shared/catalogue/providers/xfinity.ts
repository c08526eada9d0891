import type { Provider } from '#shared/catalogue/provider.ts'

export const xfinity: Provider = {
  id: 'xfinity',
  name: 'Xfinity (Comcast)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['comcast.net', 'xfinity.com'],
  mx: [],
  servers: {
    imap: ['imap.comcast.net:993:tls', 'imap.comcast.net:143:starttls', 'imap.mail.yahoo.com:993:tls'],
    pop3: ['mail.comcast.net:995:tls', 'mail.comcast.net:110:starttls', 'pop.mail.yahoo.com:995:tls'],
    smtp: ['smtp.comcast.net:465:tls', 'smtp.comcast.net:587:starttls', 'smtp.mail.yahoo.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'password' }, { kind: 'app-password' }],
  pages: { enable: 'https://www.xfinity.com/support/articles/third-party-email-access' },
  hints: [
    {
      when: 'before',
      kind: 'enable-access',
      url: 'https://www.xfinity.com/support/articles/third-party-email-access',
    },
    { when: 'before', kind: 'being-moved' },
    { when: 'after', kind: 'app-password-possible' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, comcast.net', date: '2026-03-12' },
    { name: 'Delta Chat core, providers', date: '2026-11-27' },
    { name: 'tecknexus.com, Comcast mail moves to Yahoo', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-27',
}
