import { FOUR_GROUPS_OF_FOUR } from '#shared/catalogue/app-password.ts'
import { GMAIL_FETCHING, GMAIL_POP_SWITCH } from '#shared/catalogue/families/google.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const gmail: Provider = {
  id: 'gmail',
  name: 'Gmail',
  kind: 'mailbox',
  accountType: 'gmail',
  domains: ['gmail.com', 'googlemail.com'],
  mx: [],
  servers: {
    imap: ['imap.gmail.com:993:tls'],
    pop3: ['pop.gmail.com:995:tls'],
    smtp: ['smtp.gmail.com:465:tls', 'smtp.gmail.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password' }],
  pages: {
    appPassword: 'https://myaccount.google.com/apppasswords',
    help: 'https://support.google.com/accounts/answer/185833',
  },
  appPasswordFormat: FOUR_GROUPS_OF_FOUR,
  hints: [
    { when: 'before', kind: 'app-password-only', url: 'https://myaccount.google.com/apppasswords' },
    { when: 'after', kind: 'app-password-revoked' },
    { when: 'after', kind: 'enable-pop', url: GMAIL_POP_SWITCH },
  ],
  ends: [GMAIL_FETCHING],
  retiredHosts: ['imap.googlemail.com', 'pop.googlemail.com', 'smtp.googlemail.com'],
  sources: [
    { name: 'Mozilla ISPDB, googlemail.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'mailboxtaxi.com, app passwords', date: '2026-11-20' },
    { name: 'MailCore, providers.json', date: '2026-11-27' },
    { name: 'oit.williams.edu, POP with Gmail', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
