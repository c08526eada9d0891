import type { Provider } from '#shared/catalogue/provider.ts'

export const earthlink: Provider = {
  id: 'earthlink',
  name: 'EarthLink',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['earthlink.net', 'mindspring.com', 'ix.netcom.com', 'peoplepc.com'],
  mx: ['earthlink.net'],
  servers: {
    imap: ['imap.earthlink.net:993:tls', 'imap.earthlink.net:143:starttls'],
    pop3: ['pop.earthlink.net:995:tls'],
    smtp: ['smtpauth.earthlink.net:587:starttls'],
  },
  afterwards: 'collections',
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://help.earthlink.net/portal/en/kb/articles/email-server-settings' },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, earthlink.net', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
