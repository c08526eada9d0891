import type { Provider } from '#shared/catalogue/provider.ts'

/** Runs on Yahoo since October 2024. */
export const cox: Provider = {
  id: 'cox',
  name: 'Cox',
  kind: 'mailbox',
  accountType: 'yahoo',
  domains: ['cox.net'],
  mx: [],
  servers: {
    imap: ['imap.mail.yahoo.com:993:tls'],
    pop3: ['pop.mail.yahoo.com:995:tls'],
    smtp: ['smtp.mail.yahoo.com:465:tls', 'smtp.mail.yahoo.com:587:starttls'],
  },
  unproved: ['smtp.mail.yahoo.com:587:starttls'],
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password' }],
  pages: {
    appPassword: 'https://login.yahoo.com/account/security',
    help: 'https://help.yahoo.com/kb/SLN15241.html',
  },
  hints: [
    { when: 'before', kind: 'app-password-only', url: 'https://login.yahoo.com/account/security' },
    { when: 'after', kind: 'app-password-known-browser' },
  ],
  retiredHosts: ['imap.cox.net', 'smtp.cox.net'],
  sources: [
    { name: 'Mozilla ISPDB, yahoo.com', date: '2026-03-12' },
    { name: 'suped.com, Cox MX records', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-21',
}
