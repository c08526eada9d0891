import type { Provider } from '#shared/catalogue/provider.ts'

export const godaddyWorkspace: Provider = {
  id: 'godaddy-workspace',
  name: 'GoDaddy Workspace',
  kind: 'mailbox',
  accountType: 'other',
  domains: [],
  mx: ['secureserver.net'],
  servers: {
    imap: ['imap.secureserver.net:993:tls'],
    pop3: ['pop.secureserver.net:995:tls'],
    smtp: ['smtpout.secureserver.net:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  // Many GoDaddy customers are on Microsoft 365 by now; their MX says so.
  hints: [{ when: 'after', kind: 'other-product' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'websitehelper.co.uk, name servers of hosters', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
