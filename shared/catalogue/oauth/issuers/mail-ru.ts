import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const mailRu: OAuthIssuer = {
  id: 'mail-ru',
  name: 'Mail.ru',
  issuer: 'https://o2.mail.ru',
  endpoints: { authorization: 'https://o2.mail.ru/login', token: 'https://o2.mail.ru/token' },
  ways: ['browser'],
  scopes: [],
  mailScopes: { imap: ['mail.imap'], pop3: ['mail.imap'], smtp: ['mail.imap'] },
  providers: ['mail-ru'],
  registrationPage: 'https://o2.mail.ru/app/',
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
