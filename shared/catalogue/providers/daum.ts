import type { Provider } from '#shared/catalogue/provider.ts'

export const daum: Provider = {
  id: 'daum',
  name: 'Daum Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['daum.net', 'hanmail.net'],
  mx: [],
  servers: {
    imap: ['imap.daum.net:993:tls'],
    pop3: [],
    smtp: ['smtp.daum.net:465:tls'],
  },
  userName: 'address',
  otherUserName: 'local-part',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://cs.daum.net/faq/43/9234.html' },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: 'https://cs.daum.net/faq/43/9234.html' },
    { when: 'before', kind: 'app-password-with-two-step' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, daum.net', date: '2026-03-12' },
    { name: 'docs.channel.io, Daum set-up', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}
