import type { Provider } from '#shared/catalogue/provider.ts'

export const infomaniak: Provider = {
  id: 'infomaniak',
  name: 'Infomaniak',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['ik.me', 'ikmail.com'],
  mx: ['infomaniak.ch'],
  servers: {
    imap: ['mail.infomaniak.com:993:tls'],
    pop3: [],
    smtp: ['mail.infomaniak.com:465:tls', 'mail.infomaniak.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { help: 'https://www.infomaniak.com/fr/support/faq/search?q=imap' },
  hints: [
    {
      when: 'before',
      kind: 'app-password-only',
      url: 'https://www.infomaniak.com/fr/support/faq/search?q=imap',
    },
  ],
  sending: { spfInclude: 'spf.infomaniak.ch' },
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'nodemailer well-known services', date: '2026-08-01' },
  ],
  comparedOn: '2026-11-20',
}
