import type { Provider } from '#shared/catalogue/provider.ts'

export const mailRu: Provider = {
  id: 'mail-ru',
  name: 'Mail.ru',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru', 'xmail.ru', 'corp.mail.ru'],
  mx: ['emx.mail.ru'],
  servers: {
    imap: ['imap.mail.ru:993:tls', 'imap.mail.ru:143:starttls'],
    pop3: ['pop.mail.ru:995:tls', 'pop.mail.ru:110:starttls'],
    smtp: ['smtp.mail.ru:465:tls', 'smtp.mail.ru:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }, { kind: 'oauth' }],
  pages: { appPassword: 'https://help.mail.ru/mail/security/protection/external' },
  hints: [
    {
      when: 'before',
      kind: 'app-password-only',
      url: 'https://help.mail.ru/mail/security/protection/external',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, mail.ru', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
  ],
  comparedOn: '2026-11-20',
}
