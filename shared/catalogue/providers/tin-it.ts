import type { Provider } from '#shared/catalogue/provider.ts'

export const tinIt: Provider = {
  id: 'tin-it',
  name: 'Tin.it (TIM)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['tin.it'],
  mx: [],
  servers: {
    imap: ['imaps.tin.it:143:starttls'],
    pop3: [],
    smtp: ['smtps.tin.it:587:starttls'],
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
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}
