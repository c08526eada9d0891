import { INBOX } from '#shared/catalogue/families/inbox.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const inboxEu: Provider = {
  ...INBOX,
  id: 'inbox-eu',
  name: 'Inbox.eu',
  domains: ['inbox.eu'],
  mx: [],
  servers: {
    imap: ['mail.inbox.eu:993:tls'],
    pop3: ['mail.inbox.eu:995:tls'],
    smtp: ['mail.inbox.eu:465:tls'],
  },
  sources: [{ name: 'Mozilla ISPDB, inbox.lv', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
