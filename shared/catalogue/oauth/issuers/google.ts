import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

/** The device flow refuses mail scopes. Without `access_type` nothing lasts, without `prompt` not the second time. */
export const google: OAuthIssuer = {
  id: 'google',
  name: 'Google',
  issuer: 'https://accounts.google.com',
  endpoints: {
    authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    revocation: 'https://oauth2.googleapis.com/revoke',
  },
  ways: ['browser'],
  scopes: ['openid', 'email'],
  mailScopes: {
    imap: ['https://mail.google.com/'],
    pop3: ['https://mail.google.com/'],
    smtp: ['https://mail.google.com/'],
  },
  parameters: { access_type: 'offline', prompt: 'consent' },
  clientSecret: 'usual',
  console: 'google',
  providers: ['gmail', 'google-workspace'],
  registrationPage: 'https://console.cloud.google.com/auth/clients',
  sources: [
    { name: 'Thunderbird OAuth2Providers', date: '2026-11-20' },
    { name: 'Google, OAuth 2.0 for installed applications', date: '2026-11-20' },
  ],
  checkedOn: '2026-11-20',
}
