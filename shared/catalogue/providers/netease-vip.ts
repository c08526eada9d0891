import type { Provider } from '#shared/catalogue/provider.ts'

export const neteaseVip: Provider = {
  id: 'netease-vip',
  name: 'NetEase VIP',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['vip.163.com', 'vip.126.com', '188.com'],
  mx: [],
  servers: {
    imap: ['imap.{domain}:993:tls'],
    pop3: [],
    smtp: ['smtp.{domain}:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'authorization-code' }],
  retiredHosts: [],
  sources: [{ name: 'Several mail programs, compared by hand', date: '2026-11-27' }],
  comparedOn: '2026-11-27',
}
