import type { Provider } from '#shared/catalogue/provider.ts'

export const naver: Provider = {
  id: 'naver',
  name: 'Naver Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['naver.com'],
  mx: [],
  servers: {
    imap: ['imap.naver.com:993:tls'],
    pop3: ['pop.naver.com:995:tls'],
    smtp: ['smtp.naver.com:465:tls', 'smtp.naver.com:587:starttls'],
  },
  userName: 'address',
  otherUserName: 'local-part',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://help.naver.com/service/30029/contents/21342' },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: 'https://help.naver.com/service/30029/contents/21342' },
    { when: 'after', kind: 'app-password-with-two-step' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, naver.com', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'nodemailer well-known services', date: '2026-08-01' },
  ],
  comparedOn: '2026-11-20',
}
