import type { Provider } from '#shared/catalogue/provider.ts'

export const xfinity: Provider = {
  id: 'xfinity',
  name: 'Xfinity (Comcast)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['comcast.net'],
  mx: [],
  servers: {
    imap: ['imap.comcast.net:993:tls', 'imap.comcast.net:143:starttls'],
    pop3: ['mail.comcast.net:995:tls', 'mail.comcast.net:110:starttls'],
    smtp: ['smtp.comcast.net:465:tls', 'smtp.comcast.net:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'password' }],
  pages: { enable: 'https://www.xfinity.com/support/articles/third-party-email-access' },
  hints: [
    {
      when: 'before',
      kind: 'enable-access',
      url: 'https://www.xfinity.com/support/articles/third-party-email-access',
    },
    { when: 'before', kind: 'being-moved' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, comcast.net', date: '2026-03-12' },
    { name: 'tecknexus.com, Comcast mail moves to Yahoo', date: '2026-11-20' },
  ],
  checkedOn: '2026-11-20',
}
