import type { Provider } from '#shared/catalogue/provider.ts'

export const ovhExchange: Provider = {
  id: 'ovh-exchange',
  name: 'OVHcloud Exchange',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['ex', 'ex2', 'ex3', 'ex4', 'ex5', 'ex6', 'ex7', 'ex8', 'ex9', 'ex10'].map(
    (host) => `${host}.mail.ovh.net`,
  ),
  // The mailboxes are at the host that takes the mail, and at no other of the ten.
  servers: {
    imap: ['{mx}:993:tls'],
    pop3: [],
    smtp: ['{mx}:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'after', kind: 'other-product' }],
  retiredHosts: [],
  sources: [{ name: 'Several mail programs, compared by hand', date: '2026-11-27' }],
  comparedOn: '2026-11-27',
}
