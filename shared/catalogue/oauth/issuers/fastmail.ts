import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const fastmail: OAuthIssuer = {
  id: 'fastmail',
  name: 'Fastmail',
  issuer: 'https://api.fastmail.com',
  endpoints: {
    authorization: 'https://api.fastmail.com/oauth/authorize',
    token: 'https://api.fastmail.com/oauth/refresh',
  },
  ways: ['browser'],
  scopes: [],
  mailScopes: {
    imap: ['https://www.fastmail.com/dev/protocol-imap'],
    pop3: ['https://www.fastmail.com/dev/protocol-pop'],
    smtp: ['https://www.fastmail.com/dev/protocol-smtp'],
  },
  providers: ['fastmail'],
  registrationPage: 'https://www.fastmail.com/dev/',
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
