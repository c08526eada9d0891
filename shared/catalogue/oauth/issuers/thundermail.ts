import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const thundermail: OAuthIssuer = {
  id: 'thundermail',
  name: 'Thundermail',
  issuer: 'https://auth.tb.pro/realms/tbpro',
  endpoints: {
    authorization: 'https://auth.tb.pro/realms/tbpro/protocol/openid-connect/auth',
    token: 'https://auth.tb.pro/realms/tbpro/protocol/openid-connect/token',
  },
  ways: ['browser'],
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  mailScopes: { imap: [], pop3: [], smtp: [] },
  providers: ['thundermail'],
  registrationPage: null,
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
