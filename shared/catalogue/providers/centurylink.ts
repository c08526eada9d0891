import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const centurylink: Provider = {
  id: 'centurylink',
  name: 'CenturyLink',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    centurylink.net q.com qwest.net embarqmail.com centurytel.net elpasotel.net cswnet.com clds.net
    coastalnow.net cochill.net emadisonriver.com emadisonriver.net gallatinriver.net grics.net
    gulftel.com madisonriver.biz mebtel.net
  `),
  mx: [],
  servers: {
    imap: ['mail.centurylink.net:993:tls'],
    pop3: ['pop.centurylink.net:995:tls'],
    smtp: ['smtp.centurylink.net:587:starttls'],
  },
  afterwards: 'collections',
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.centurylink.com/help' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, centurylink.net', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
