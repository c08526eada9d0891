import type { Provider } from '#shared/catalogue/provider.ts'

export const sapo: Provider = {
  id: 'sapo',
  name: 'SAPO',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['sapo.pt'],
  mx: [],
  servers: {
    imap: ['imap.sapo.pt:993:tls'],
    pop3: ['pop.sapo.pt:995:tls'],
    smtp: ['smtp.sapo.pt:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://ajuda.sapo.pt/' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
