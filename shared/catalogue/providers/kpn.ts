import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const kpn: Provider = {
  id: 'kpn',
  name: 'KPN',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    kpnmail.nl kpnplanet.nl planet.nl wxs.nl hetnet.nl freeler.nl snelnet.net on.nl onsbrabantnet.nl
    onsmail.nl onsnet.nu onsneteindhoven.nl onsnetnuenen.nl xs4all.nl telfort.nl tip.nl tiscali.nl
    tiscalimail.nl
  `),
  mx: [],
  servers: {
    imap: ['imap.kpnmail.nl:993:tls', 'imap.kpnmail.nl:143:starttls'],
    pop3: ['pop.kpnmail.nl:995:tls', 'pop.kpnmail.nl:110:starttls'],
    smtp: ['smtp.kpnmail.nl:465:tls', 'smtp.kpnmail.nl:587:starttls'],
  },
  afterwards: 'collections',
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.kpn.com/service/internet/e-mail/instellen-laptop-pc.htm' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, kpnmail.nl', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
