import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const att: Provider = {
  id: 'att',
  name: 'AT&T',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net currently.com flash.net nvbell.net
    prodigy.net snet.net swbell.net wans.net
  `),
  mx: [],
  servers: {
    imap: ['imap.mail.att.net:993:tls'],
    pop3: ['inbound.att.net:995:tls'],
    smtp: ['smtp.mail.att.net:465:tls', 'outbound.att.net:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }, { kind: 'oauth' }],
  pages: {
    appPassword: 'https://www.att.com/support/article/email-support/KM1240308',
    help: 'https://www.att.com/support/article/email-support/KM1010523/',
  },
  hints: [
    {
      when: 'before',
      kind: 'app-password-only',
      url: 'https://www.att.com/support/article/email-support/KM1240308',
    },
    { when: 'after', kind: 'app-password-known-browser' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, att.net', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
