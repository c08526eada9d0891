import type { Provider } from '#shared/catalogue/provider.ts'

export const bt: Provider = {
  id: 'bt',
  name: 'BT',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['btinternet.com', 'btopenworld.com', 'talk21.com'],
  mx: [],
  servers: {
    imap: ['mail.btinternet.com:993:tls'],
    pop3: ['mail.btinternet.com:995:tls'],
    smtp: ['mail.btinternet.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.bt.com/help/email' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
