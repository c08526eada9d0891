import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

/** There is no scope for POP3. */
export const yandex: OAuthIssuer = {
  id: 'yandex',
  name: 'Yandex',
  issuer: 'https://oauth.yandex.com',
  endpoints: {
    authorization: 'https://oauth.yandex.com/authorize',
    token: 'https://oauth.yandex.com/token',
  },
  ways: ['browser'],
  scopes: [],
  mailScopes: { imap: ['mail:imap_full'], pop3: [], smtp: ['mail:smtp'] },
  providers: ['yandex'],
  registrationPage: 'https://oauth.yandex.com/',
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
