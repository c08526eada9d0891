import type { Provider } from '#shared/catalogue/provider.ts'

export const arubaPec: Provider = {
  id: 'aruba-pec',
  name: 'Aruba PEC',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['pec.it', 'pec.cloud', 'arubapec.it', 'mypec.eu', 'gigapec.it', 'casellapec.com', 'pecditta.com'],
  mx: ['pec.aruba.it'],
  // The ISPDB has 993 for POP3: a slip, that is the port of IMAP.
  servers: {
    imap: ['imaps.pec.aruba.it:993:tls'],
    pop3: ['pop3s.pec.aruba.it:995:tls'],
    smtp: ['smtps.pec.aruba.it:465:tls'],
  },
  unproved: ['pop3s.pec.aruba.it:995:tls'],
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://guide.pec.it/' },
  hints: [{ when: 'before', kind: 'certified-mail' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
