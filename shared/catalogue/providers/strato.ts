import type { Provider } from '#shared/catalogue/provider.ts'

export const strato: Provider = {
  id: 'strato',
  name: 'STRATO',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['strato.de'],
  mx: ['rzone.de'],
  ns: ['rzone.de'],
  servers: {
    imap: ['imap.strato.de:993:tls'],
    pop3: ['pop3.strato.de:995:tls'],
    smtp: ['smtp.strato.de:465:tls', 'smtp.strato.de:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    help: 'https://www.strato.de/faq/mail/externes-e-mail-programm-mit-strato-e-mail-adresse-nutzen/',
  },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, strato.de', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'NS records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}
