import type { Provider } from '#shared/catalogue/provider.ts'

export const uol: Provider = {
  id: 'uol',
  name: 'UOL',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['uol.com.br'],
  mx: [],
  servers: {
    imap: ['imap.uol.com.br:993:tls'],
    pop3: ['pop3.uol.com.br:995:tls'],
    smtp: ['smtps.uol.com.br:587:starttls'],
  },
  userName: 'local-part',
  signIn: [{ kind: 'password' }],
  pages: { enable: 'https://bmail.uol.com.br/configuration/imap_access_config' },
  hints: [
    {
      when: 'before',
      kind: 'enable-imap-pop',
      url: 'https://bmail.uol.com.br/configuration/imap_access_config',
    },
    { when: 'before', kind: 'user-name-is-local-part' },
  ],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
