import type { Provider } from '#shared/catalogue/provider.ts'

export const ovh: Provider = {
  id: 'ovh',
  name: 'OVHcloud',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: [
    ...['mx0', 'mx1', 'mx2', 'mx3', 'mx4'].map((host) => `${host}.mail.ovh.net`),
    ...['mx1', 'mx2', 'mx3', 'mx4'].map((host) => `${host}.ovh.net`),
  ],
  ns: ['ovh.net'],
  servers: {
    imap: ['ssl0.ovh.net:993:tls'],
    pop3: ['ssl0.ovh.net:995:tls'],
    smtp: ['ssl0.ovh.net:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  // OVH Exchange plans have servers of their own.
  hints: [{ when: 'after', kind: 'other-product' }],
  sending: { spfInclude: 'mx.ovh.com' },
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'dnstree.com, name servers at ovh.net', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
