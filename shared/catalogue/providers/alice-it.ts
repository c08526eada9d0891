import type { Provider } from '#shared/catalogue/provider.ts'

export const aliceIt: Provider = {
  id: 'alice-it',
  name: 'Alice Mail (TIM)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['alice.it'],
  mx: [],
  servers: {
    imap: ['in.alice.it:143:starttls'],
    pop3: ['in.alice.it:110:starttls'],
    smtp: ['out.alice.it:587:starttls'],
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
    { name: 'Mozilla ISPDB, alice.it', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
