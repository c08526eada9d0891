import type { Provider } from '#shared/catalogue/provider.ts'

export const wpPl: Provider = {
  id: 'wp-pl',
  name: 'WP Poczta',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['wp.pl'],
  mx: [],
  servers: {
    imap: ['imap.wp.pl:993:tls'],
    pop3: ['pop3.wp.pl:995:tls'],
    smtp: ['smtp.wp.pl:465:tls'],
  },
  userName: 'local-part',
  otherUserName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { help: 'https://pomoc.wp.pl/' },
  hints: [
    { when: 'before', kind: 'app-password-only', url: 'https://pomoc.wp.pl/' },
    { when: 'after', kind: 'enable-access', url: 'https://pomoc.wp.pl/' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, wp.pl', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
