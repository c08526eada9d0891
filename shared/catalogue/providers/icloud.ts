import type { Provider } from '#shared/catalogue/provider.ts'

export const icloud: Provider = {
  id: 'icloud',
  name: 'iCloud Mail',
  kind: 'mailbox',
  accountType: 'icloud',
  domains: ['icloud.com', 'me.com', 'mac.com'],
  mx: ['mail.icloud.com'],
  // Sources disagree about 465, so it comes second.
  servers: {
    imap: ['imap.mail.me.com:993:tls'],
    pop3: [],
    smtp: ['smtp.mail.me.com:587:starttls', 'smtp.mail.me.com:465:tls'],
  },
  userName: { imap: 'local-part', pop3: 'local-part', smtp: 'address' },
  // The name of the icloud.com account, whatever domain its mail has.
  ownDomainUserName: 'own',
  otherUserName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { appPassword: 'https://account.apple.com/', help: 'https://support.apple.com/102654' },
  appPasswordFormat: { groups: 4, each: 4, between: 'hyphen' },
  hints: [
    { when: 'before', kind: 'app-password-only', url: 'https://support.apple.com/102654' },
    { when: 'before', kind: 'supported-programs', url: 'https://support.apple.com/121539' },
    { when: 'after', kind: 'primary-address' },
  ],
  sending: {
    spfInclude: 'icloud.com',
    dkimSelectors: ['sig1'],
    dkimTarget: '{selector}.dkim.{domain}.at.icloudmailadmin.com',
  },
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, me.com', date: '2026-03-12' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'FairEmail FAQ 148', date: '2026-08-22' },
    { name: 'meshworld.in, iCloud mail settings', date: '2026-04-01' },
    { name: 'mailboxtaxi.com, app passwords', date: '2026-11-20' },
    { name: 'Apple support, 102654 and 121539', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
