import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const yahoo: OAuthIssuer = {
  id: 'yahoo',
  name: 'Yahoo',
  issuer: 'https://api.login.yahoo.com',
  endpoints: {
    authorization: 'https://api.login.yahoo.com/oauth2/request_auth',
    token: 'https://api.login.yahoo.com/oauth2/get_token',
  },
  ways: ['browser'],
  scopes: [],
  mailScopes: { imap: ['mail-w'], pop3: ['mail-w'], smtp: ['mail-w'] },
  providers: ['yahoo', 'att', 'cox'],
  registrationPage: null,
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
