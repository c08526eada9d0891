import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ziggo: Provider = {
  id: 'ziggo',
  name: 'Ziggo',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    ziggo.nl ziggomail.com home.nl casema.nl chello.nl upcmail.nl quicknet.nl multiweb.nl hahah.nl
    zinders.nl zeggis.nl zeggis.com razcall.nl razcall.com a2000.nl
  `),
  mx: [],
  servers: {
    imap: ['imap.ziggo.nl:993:tls'],
    pop3: ['pop.ziggo.nl:995:tls'],
    smtp: ['smtp.ziggo.nl:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.ziggo.nl/klantenservice/e-mail/' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, ziggo.nl', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
