import type { Provider } from '#shared/catalogue/provider.ts'

export const rambler: Provider = {
  id: 'rambler',
  name: 'Rambler',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['rambler.ru', 'lenta.ru', 'myrambler.ru', 'autorambler.ru', 'ro.ru', 'rambler.ua'],
  mx: [],
  servers: {
    imap: ['imap.rambler.ru:993:tls'],
    pop3: ['pop.rambler.ru:995:tls'],
    smtp: ['smtp.rambler.ru:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://help.rambler.ru/mail/mail-pochtovye-klienty/1275/' },
  hints: [
    {
      when: 'before',
      kind: 'enable-access',
      url: 'https://help.rambler.ru/mail/mail-pochtovye-klienty/1275/',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
