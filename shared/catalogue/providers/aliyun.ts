import type { Provider } from '#shared/catalogue/provider.ts'

export const aliyun: Provider = {
  id: 'aliyun',
  name: 'Aliyun Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['aliyun.com'],
  mx: [],
  servers: {
    imap: ['imap.aliyun.com:993:tls'],
    pop3: [],
    smtp: ['smtp.aliyun.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'nodemailer well-known services', date: '2026-08-01' },
  ],
  comparedOn: '2026-11-20',
}
