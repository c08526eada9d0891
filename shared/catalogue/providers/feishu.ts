import type { Provider } from '#shared/catalogue/provider.ts'

export const feishu: Provider = {
  id: 'feishu',
  name: 'Feishu Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['feishu.cn'],
  servers: {
    imap: ['imap.feishu.cn:993:tls'],
    pop3: [],
    smtp: ['smtp.feishu.cn:465:tls'],
  },
  unproved: ['imap.feishu.cn:993:tls', 'smtp.feishu.cn:465:tls'],
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'separate-password' }],
  retiredHosts: [],
  sources: [{ name: 'Several mail programs, compared by hand', date: '2026-11-27' }],
  comparedOn: '2026-11-27',
}
