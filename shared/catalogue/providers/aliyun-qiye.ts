import type { Provider } from '#shared/catalogue/provider.ts'

export const aliyunQiye: Provider = {
  id: 'aliyun-qiye',
  name: 'Alibaba Mail (business)',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['qiye.aliyun.com', 'mxhichina.com'],
  servers: {
    imap: ['imap.qiye.aliyun.com:993:tls'],
    pop3: ['pop.qiye.aliyun.com:995:tls'],
    smtp: ['smtp.qiye.aliyun.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'admin-decides' }],
  retiredHosts: [],
  sources: [
    { name: 'nodemailer well-known services', date: '2026-08-01' },
    { name: 'help.aliyun.com, document 36687', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
  providerPageReadOn: '2026-11-20',
}
