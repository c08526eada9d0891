import { INBOX } from '#shared/catalogue/families/inbox.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const inboxLv: Provider = {
  ...INBOX,
  id: 'inbox-lv',
  name: 'Inbox.lv',
  domains: ['inbox.lv'],
  mx: [],
  servers: {
    imap: ['mail.inbox.lv:993:tls'],
    pop3: ['mail.inbox.lv:995:tls'],
    smtp: ['mail.inbox.lv:465:tls'],
  },
  sources: [{ name: 'Mozilla ISPDB, inbox.lv', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
