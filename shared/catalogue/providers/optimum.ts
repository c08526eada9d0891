import type { Provider } from '#shared/catalogue/provider.ts'

export const optimum: Provider = {
  id: 'optimum',
  name: 'Optimum',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['optimum.net', 'optonline.net'],
  mx: [],
  servers: {
    imap: ['mail.optimum.net:993:tls'],
    pop3: [],
    smtp: ['mail.optimum.net:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://www.optimum.net/FAQ/#/answers/a_id/216' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
