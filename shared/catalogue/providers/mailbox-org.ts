import type { Provider } from '#shared/catalogue/provider.ts'

export const mailboxOrg: Provider = {
  id: 'mailbox-org',
  name: 'mailbox.org',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['mailbox.org'],
  mx: ['mailbox.org'],
  servers: {
    imap: ['imap.mailbox.org:993:tls'],
    pop3: ['pop3.mailbox.org:995:tls'],
    smtp: ['smtp.mailbox.org:465:tls', 'smtp.mailbox.org:587:starttls'],
  },
  unproved: ['pop3.mailbox.org:995:tls'],
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    appPassword:
      'https://kb.mailbox.org/de/privat/sicherheit-und-privatsphaere/applikationspasswoerter-fuer-externe-programme/',
    help: 'https://kb.mailbox.org/de/privat/e-mail/e-mail-konfiguration/',
  },
  hints: [
    {
      when: 'before',
      kind: 'app-password-with-two-step',
      url: 'https://kb.mailbox.org/de/privat/sicherheit-und-privatsphaere/applikationspasswoerter-fuer-externe-programme/',
    },
    { when: 'after', kind: 'primary-address' },
  ],
  sending: {
    spfInclude: 'mailbox.org',
    dkimSelectors: ['mbo0001', 'mbo0002', 'mbo0003', 'mbo0004'],
    dkimTarget: '{selector}._domainkey.mailbox.org',
  },
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'Mozilla ISPDB, mailbox.org', date: '2026-11-20' },
    { name: 'mutt-wizard, domains.csv', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
