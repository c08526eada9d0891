import type { Provider } from '#shared/catalogue/provider.ts'

export const timIt: Provider = {
  id: 'tim-it',
  name: 'TIM Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['tim.it'],
  mx: [],
  servers: {
    imap: ['imap.tim.it:143:starttls'],
    pop3: ['pop.tim.it:110:starttls'],
    smtp: ['smtp.tim.it:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { help: 'https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta' },
  hints: [
    {
      when: 'before',
      kind: 'app-password-only',
      url: 'https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, tim.it', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
