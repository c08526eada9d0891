import type { Provider } from '#shared/catalogue/provider.ts'

export const neteaseQiye: Provider = {
  id: 'netease-qiye',
  name: 'NetEase Qiye',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  // The domain above has the mailboxes of vip.163.com too.
  mx: ['qiye163mx01.mxmail.netease.com', 'qiye163mx02.mxmail.netease.com', 'qiye163mx03.mxmail.netease.com'],
  servers: {
    imap: ['imaphz.qiye.163.com:993:tls'],
    pop3: [],
    smtp: ['smtphz.qiye.163.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'authorization-code' }],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
