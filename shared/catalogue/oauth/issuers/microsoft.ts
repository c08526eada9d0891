import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

/** All scopes of one token belong to one resource: those of the mail servers go without any of Microsoft Graph. */
export const microsoft: OAuthIssuer = {
  id: 'microsoft',
  name: 'Microsoft',
  issuer: 'https://login.microsoftonline.com/common/v2.0',
  tokenIssuer: 'https://login.microsoftonline.com/{tid}/v2.0',
  endpoints: {
    authorization: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    device: 'https://login.microsoftonline.com/common/oauth2/v2.0/devicecode',
  },
  ways: ['browser', 'device'],
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  mailScopes: {
    imap: ['https://outlook.office.com/IMAP.AccessAsUser.All'],
    pop3: ['https://outlook.office.com/POP.AccessAsUser.All'],
    smtp: ['https://outlook.office.com/SMTP.Send'],
  },
  redirect: 'http://localhost/',
  dialect: 'microsoft',
  console: 'entra',
  providers: ['outlook', 'microsoft-365'],
  registrationPage: 'https://entra.microsoft.com/',
  sources: [{ name: 'Thunderbird OAuth2Providers', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
