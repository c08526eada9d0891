import type { Provider } from '#shared/catalogue/provider.ts'

export const migadu: Provider = {
  id: 'migadu',
  name: 'Migadu',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['migadu.com'],
  mx: ['migadu.com'],
  servers: {
    imap: ['imap.migadu.com:993:tls'],
    pop3: [],
    smtp: ['smtp.migadu.com:465:tls', 'smtp.migadu.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  sending: {
    spfInclude: 'spf.migadu.com',
    dkimSelectors: ['key1', 'key2', 'key3'],
    dkimTarget: '{selector}.{domain}._domainkey.migadu.com',
  },
  retiredHosts: [],
  sources: [
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
