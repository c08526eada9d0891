import type { Guide } from '#shared/guides/guide.ts'

const HOST_NAME = { en: 'Host Name', de: 'Hostname' } as const
const USER_NAME = { en: 'User Name', de: 'Benutzername' } as const
const PASSWORD = { en: 'Password', de: 'Passwort' } as const
const PORT = { en: 'Server Port', de: 'Serverport' } as const
const USE_SSL = { en: 'Use SSL', de: 'SSL verwenden' } as const

/** Mail of the iPhone and iPad. It asks for the ports only after the account is there; one switch means both encryptions. */
export const iphoneMail: Guide = {
  name: 'iphone-mail',
  program: 'Mail (iPhone, iPad)',
  version: 'iOS 26',
  describedOn: '2026-11-27',
  encryption: { tls: USE_SSL, starttls: USE_SSL, none: USE_SSL },
  steps: [
    {
      kind: 'open',
      path: [
        { en: 'Settings', de: 'Einstellungen' },
        { en: 'Apps' },
        { en: 'Mail' },
        { en: 'Mail Accounts', de: 'Mail-Accounts' },
        { en: 'Add Account', de: 'Account hinzufügen' },
        { en: 'Other', de: 'Andere' },
        { en: 'Add Mail Account', de: 'Mail-Account hinzufügen' },
      ],
    },
    { kind: 'enter', label: { en: 'Name' }, value: 'name' },
    { kind: 'enter', label: { en: 'Email', de: 'E-Mail' }, value: 'address' },
    { kind: 'enter', label: PASSWORD, value: 'password' },
    { kind: 'press', label: { en: 'Next', de: 'Weiter' } },
    { kind: 'press', label: { en: 'IMAP' }, only: 'imap' },
    { kind: 'press', label: { en: 'POP' }, only: 'pop3' },
    {
      kind: 'open',
      path: [{ en: 'Incoming Mail Server', de: 'Server für eintreffende E-Mails' }],
    },
    { kind: 'enter', label: HOST_NAME, value: 'incoming-host' },
    { kind: 'enter', label: USER_NAME, value: 'incoming-user' },
    {
      kind: 'open',
      path: [{ en: 'Outgoing Mail Server', de: 'Server für ausgehende E-Mails' }],
    },
    { kind: 'enter', label: HOST_NAME, value: 'smtp-host' },
    { kind: 'enter', label: USER_NAME, value: 'smtp-user' },
    { kind: 'press', label: { en: 'Next', de: 'Weiter' } },
    { kind: 'press', label: { en: 'Save', de: 'Sichern' } },
    { kind: 'note', note: 'find-account-again' },
    { kind: 'open', path: [{ en: 'Advanced', de: 'Erweitert' }] },
    { kind: 'tick', label: USE_SSL },
    { kind: 'enter', label: PORT, value: 'incoming-port' },
    { kind: 'open', path: [{ en: 'SMTP' }, { en: 'Primary Server', de: 'Primärer Server' }] },
    { kind: 'tick', label: USE_SSL },
    { kind: 'enter', label: PORT, value: 'smtp-port' },
    { kind: 'note', note: 'asks-for-ssl' },
    { kind: 'note', note: 'send-test' },
  ],
}
