import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'

export const microsoftChina: OAuthIssuer = {
  id: 'microsoft-china',
  name: 'Microsoft (21Vianet)',
  issuer: 'https://login.partner.microsoftonline.cn/common/v2.0',
  tokenIssuer: 'https://login.partner.microsoftonline.cn/{tid}/v2.0',
  endpoints: {
    authorization: 'https://login.partner.microsoftonline.cn/common/oauth2/v2.0/authorize',
    token: 'https://login.partner.microsoftonline.cn/common/oauth2/v2.0/token',
    device: 'https://login.partner.microsoftonline.cn/common/oauth2/v2.0/devicecode',
  },
  ways: ['browser', 'device'],
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  mailScopes: {
    imap: ['https://partner.outlook.cn/IMAP.AccessAsUser.All'],
    pop3: ['https://partner.outlook.cn/POP.AccessAsUser.All'],
    smtp: ['https://partner.outlook.cn/SMTP.Send'],
  },
  redirect: 'http://localhost/',
  dialect: 'microsoft',
  console: 'entra',
  providers: ['microsoft-365-china'],
  registrationPage: 'https://portal.azure.cn/',
  sources: [{ name: 'email-oauth2-proxy', date: '2026-11-20' }],
  checkedOn: '2026-11-20',
}
