import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const aol: OAuthIssuer = {
  id: 'aol',
  name: 'AOL',
  issuer: 'https://api.login.aol.com',
  endpoints: {
    authorization: 'https://api.login.aol.com/oauth2/request_auth',
    token: 'https://api.login.aol.com/oauth2/get_token',
  },
  ways: ['browser'],
  scopes: [],
  mailScopes: { imap: ['mail-w'], pop3: ['mail-w'], smtp: ['mail-w'] },
  providers: ['aol'],
  registrationPage: null,
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
