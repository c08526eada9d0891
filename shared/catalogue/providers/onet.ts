import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const onet: Provider = {
  id: 'onet',
  name: 'Onet Poczta',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    onet.pl op.pl vp.pl poczta.onet.pl onet.eu autograf.pl buziaczek.pl spoko.pl poczta.onet.eu
    onet.com.pl amorki.pl opoczta.pl
  `),
  mx: [],
  servers: {
    imap: ['imap.poczta.onet.pl:993:tls'],
    pop3: ['pop3.poczta.onet.pl:995:tls'],
    smtp: ['smtp.poczta.onet.pl:465:tls', 'smtp.poczta.onet.pl:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://pomoc.poczta.onet.pl/' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
