import type { Provider } from '#shared/catalogue/provider.ts'

export const tuta: Provider = {
  id: 'tuta',
  name: 'Tuta',
  kind: 'closed',
  accountType: 'other',
  domains: ['tuta.com', 'tutanota.com', 'tutanota.de', 'tutamail.com', 'tuta.io', 'keemail.me'],
  mx: ['mail.tutanota.de'],
  servers: {
    imap: [],
    pop3: [],
    smtp: [],
  },
  userName: 'address',
  signIn: [],
  pages: {},
  hints: [{ when: 'before', kind: 'no-mail-program' }],
  // nodemailer lists this host; Tuta offers no SMTP.
  retiredHosts: ['smtp.tutanota.com'],
  sources: [
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
