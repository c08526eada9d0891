import type { Provider } from '#shared/catalogue/provider.ts'

export const yandex: Provider = {
  id: 'yandex',
  name: 'Yandex Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: [
    'yandex.ru',
    'yandex.com',
    'yandex.by',
    'yandex.kz',
    'yandex.ua',
    'yandex.com.tr',
    'ya.ru',
    'narod.ru',
  ],
  mx: ['mx.yandex.net', 'mx.yandex.ru'],
  servers: {
    imap: ['imap.yandex.com:993:tls'],
    pop3: ['pop.yandex.com:995:tls'],
    smtp: ['smtp.yandex.com:465:tls', 'smtp.yandex.ru:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }, { kind: 'oauth' }],
  pages: {
    enable: 'https://yandex.com/support/mail/mail-clients/others.html',
    appPassword: 'https://yandex.com/support/passport/authorization/app-passwords.html',
  },
  hints: [
    {
      when: 'before',
      kind: 'enable-imap-pop',
      url: 'https://yandex.com/support/mail/mail-clients/others.html',
    },
    {
      when: 'before',
      kind: 'app-password-only',
      url: 'https://yandex.com/support/passport/authorization/app-passwords.html',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, yandex.ru', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'nodemailer well-known services', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
