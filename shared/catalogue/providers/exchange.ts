import type { Provider } from '#shared/catalogue/provider.ts'

/** A company's own Exchange server. Hosts are proposals: every site chooses its own names. */
export const exchange: Provider = {
  id: 'exchange',
  name: 'Exchange',
  kind: 'mailbox',
  accountType: 'exchange',
  domains: [],
  mx: [],
  servers: {
    imap: ['mail.{domain}:993:tls', 'mail.{domain}:143:starttls'],
    pop3: ['mail.{domain}:995:tls', 'mail.{domain}:110:starttls'],
    smtp: ['mail.{domain}:587:starttls'],
  },
  userName: 'address',
  otherUserName: 'own',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://learn.microsoft.com/exchange/clients/pop3-and-imap4/pop3-and-imap4' },
  hints: [
    { when: 'before', kind: 'own-server-name' },
    { when: 'before', kind: 'admin-decides' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Microsoft, Configure authenticated SMTP for POP3 and IMAP4 clients', date: '2026-08-01' },
  ],
  comparedOn: '2026-11-20',
  providerPageReadOn: '2026-08-01',
}
