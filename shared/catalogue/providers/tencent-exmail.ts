import type { Provider } from '#shared/catalogue/provider.ts'

export const tencentExmail: Provider = {
  id: 'tencent-exmail',
  name: 'Tencent Exmail',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['mxbiz1.qq.com', 'mxbiz2.qq.com'],
  servers: {
    imap: ['imap.exmail.qq.com:993:tls'],
    pop3: ['pop.exmail.qq.com:995:tls'],
    smtp: ['smtp.exmail.qq.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [
    { when: 'before', kind: 'authorization-code' },
    { when: 'before', kind: 'admin-decides' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'nodemailer well-known services', date: '2026-08-01' },
    { name: 'itoce.com, Tencent Exmail IMAP', date: '2024-11-18' },
    { name: '67wa.com, Tencent Exmail POP3', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}
