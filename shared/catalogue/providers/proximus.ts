import type { Provider } from '#shared/catalogue/provider.ts'

export const proximus: Provider = {
  id: 'proximus',
  name: 'Proximus',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['proximus.be', 'skynet.be', 'belgacom.net'],
  mx: [],
  servers: {
    imap: ['imap.proximus.be:993:tls'],
    pop3: ['pop.proximus.be:995:tls'],
    smtp: ['relay.proximus.be:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.proximus.be/support' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB', date: '2026-03-12' }],
  comparedOn: '2026-11-21',
}
