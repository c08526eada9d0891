import { INBOX } from '#shared/catalogue/families/inbox.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const inboxLa: Provider = {
  ...INBOX,
  id: 'inbox-la',
  name: 'Inbox.la',
  domains: ['inbox.la'],
  mx: [],
  servers: {
    imap: ['mail.inbox.la:993:tls'],
    pop3: ['mail.inbox.la:995:tls'],
    smtp: ['mail.inbox.la:465:tls'],
  },
  sources: [{ name: 'Mozilla ISPDB, inbox.lv', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
