import type { Provider } from '#shared/catalogue/provider.ts'

export const neteaseQiye: Provider = {
  id: 'netease-qiye',
  name: 'NetEase Qiye',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['mxmail.netease.com'],
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
  checkedOn: '2026-11-20',
}
