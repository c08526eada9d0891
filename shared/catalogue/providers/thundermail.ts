import type { Provider } from '#shared/catalogue/provider.ts'

export const thundermail: Provider = {
  id: 'thundermail',
  name: 'Thundermail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['thundermail.com', 'tb.pro'],
  mx: [],
  servers: {
    imap: ['mail.thundermail.com:993:tls'],
    pop3: [],
    smtp: ['mail.thundermail.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password' }],
  pages: { help: 'https://auth.tb.pro/' },
  hints: [{ when: 'before', kind: 'app-password-only' }],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Thunderbird OAuth2Providers.sys.mjs', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-21',
}
