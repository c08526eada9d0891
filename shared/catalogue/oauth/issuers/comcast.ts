import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const comcast: OAuthIssuer = {
  id: 'comcast',
  name: 'Xfinity',
  issuer: 'https://oauth.xfinity.com',
  endpoints: {
    authorization: 'https://oauth.xfinity.com/oauth/authorize',
    token: 'https://oauth.xfinity.com/oauth/token',
  },
  ways: ['browser'],
  scopes: ['profile', 'openid'],
  mailScopes: {
    imap: ['https://email.comcast.net/'],
    pop3: ['https://email.comcast.net/'],
    smtp: ['https://email.comcast.net/'],
  },
  providers: ['xfinity'],
  registrationPage: null,
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
