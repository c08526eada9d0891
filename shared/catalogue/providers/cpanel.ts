import type { Provider } from '#shared/catalogue/provider.ts'

/** Shared hosting. The certificate usually names the host's server, not the customer's domain. */
export const cpanel: Provider = {
  id: 'cpanel',
  name: 'cPanel or Plesk',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: [],
  servers: {
    imap: ['mail.{domain}:993:tls'],
    pop3: ['mail.{domain}:995:tls'],
    smtp: ['mail.{domain}:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'own-server-name' }],
  retiredHosts: [],
  sources: [{ name: 'Common practice, not verified', date: '2026-11-20' }],
  comparedOn: '2026-11-20',
}
