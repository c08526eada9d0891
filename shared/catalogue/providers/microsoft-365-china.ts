import type { Provider } from '#shared/catalogue/provider.ts'

/** A cloud of its own with its own sign-in: its users must never be sent to the global one. */
export const microsoft365China: Provider = {
  id: 'microsoft-365-china',
  name: 'Microsoft 365 (21Vianet)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['*.partner.onmschina.cn'],
  mx: ['mail.protection.partner.outlook.cn'],
  servers: {
    imap: ['partner.outlook.cn:993:tls'],
    pop3: [],
    smtp: ['partner.outlook.cn:587:starttls'],
  },
  unproved: ['partner.outlook.cn:993:tls', 'partner.outlook.cn:587:starttls'],
  userName: 'address',
  signIn: [{ kind: 'oauth' }],
  pages: {},
  hints: [
    { when: 'before', kind: 'admin-decides' },
    { when: 'before', kind: 'data-centre' },
  ],
  retiredHosts: [],
  sources: [{ name: 'email-oauth2-proxy README (sign-in only, hosts not verified)', date: '2026-11-20' }],
  comparedOn: '2026-11-20',
}
