import { INBOX } from '#shared/catalogue/families/inbox.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const inboxLt: Provider = {
  ...INBOX,
  id: 'inbox-lt',
  name: 'Inbox.lt',
  domains: ['inbox.lt'],
  mx: [],
  servers: {
    imap: ['mail.inbox.lt:993:tls'],
    pop3: ['mail.inbox.lt:995:tls'],
    smtp: ['mail.inbox.lt:465:tls'],
  },
  sources: [{ name: 'Mozilla ISPDB, inbox.lv', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
