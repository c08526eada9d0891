import { FOUR_GROUPS_OF_FOUR } from '#shared/catalogue/app-password.ts'
import { GMAIL_FETCHING, GMAIL_POP_SWITCH } from '#shared/catalogue/families/google.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const googleWorkspace: Provider = {
  id: 'google-workspace',
  name: 'Google Workspace',
  kind: 'mailbox',
  accountType: 'gmail',
  // The addresses of a Canadian provider, whose mailboxes Google keeps.
  domains: ['telus.net'],
  // The spare hosts aspmx2 to aspmx5 are named below googlemail.com.
  mx: ['aspmx.l.google.com', 'googlemail.com', 'smtp.google.com'],
  servers: {
    imap: ['imap.gmail.com:993:tls'],
    pop3: ['pop.gmail.com:995:tls'],
    smtp: ['smtp.gmail.com:465:tls', 'smtp.gmail.com:587:starttls'],
  },
  userName: 'address',
  signIn: [
    { kind: 'oauth' },
    { kind: 'app-password' },
    {
      kind: 'password',
      // The setting went on 2024-06-15: who had not connected by then could not begin.
      ending: {
        instead: 'app-password',
        life: {
          announced: null,
          effective: '2024-06-15',
          final: '2025-03-14',
          postponedBy: 'nobody',
          concerns: 'new-customers',
          source: { name: 'Google Workspace help, answer 14114704', date: '2026-11-27' },
        },
      },
    },
  ],
  pages: {
    appPassword: 'https://myaccount.google.com/apppasswords',
    help: 'https://support.google.com/accounts/answer/185833',
  },
  appPasswordFormat: FOUR_GROUPS_OF_FOUR,
  hints: [
    { when: 'before', kind: 'admin-decides' },
    { when: 'before', kind: 'app-password-only', url: 'https://myaccount.google.com/apppasswords' },
    { when: 'after', kind: 'app-password-revoked' },
    { when: 'after', kind: 'enable-pop', url: GMAIL_POP_SWITCH },
  ],
  ends: [GMAIL_FETCHING],
  sending: { spfInclude: '_spf.google.com', dkimSelectors: ['google'] },
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, googlemail.com', date: '2026-03-12' },
    { name: 'nodemailer well-known services', date: '2026-08-01' },
    { name: 'umzuzu.com, less secure apps timeline', date: '2026-11-20' },
    { name: 'Google Workspace help, answer 14114704', date: '2026-11-27' },
    { name: 'oit.williams.edu, POP with Gmail', date: '2026-11-27' },
    { name: 'mailboxtaxi.com, app passwords', date: '2026-11-20' },
    { name: 'MailCore, providers.json', date: '2026-11-27' },
    { name: 'presets of two mail programs, telus.net', date: '2026-09-28' },
  ],
  comparedOn: '2026-11-27',
}
