import type { Guide } from '#shared/guides/guide.ts'

/** It has one tick for encryption and decides by the port whether that is STARTTLS. */
export const appleMail: Guide = {
  name: 'apple-mail',
  program: 'Apple Mail',
  version: 'macOS 26',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'Use TLS/SSL' }, starttls: { en: 'Use TLS/SSL' }, none: { en: '(not ticked)' } },
  steps: [
    {
      kind: 'open',
      path: [
        { en: 'Mail' },
        { en: 'Add Account…', de: 'Account hinzufügen …' },
        { en: 'Other Mail Account…', de: 'Anderer Mail-Account …' },
        { en: 'Continue', de: 'Fortfahren' },
      ],
    },
    { kind: 'enter', label: { en: 'Name' }, value: 'name' },
    { kind: 'enter', label: { en: 'Email Address', de: 'E-Mail-Adresse' }, value: 'address' },
    { kind: 'enter', label: { en: 'Password', de: 'Passwort' }, value: 'password' },
    { kind: 'press', label: { en: 'Sign In', de: 'Anmelden' } },
    { kind: 'note', note: 'first-attempt-fails' },
    { kind: 'enter', label: { en: 'User Name', de: 'Benutzername' }, value: 'incoming-user' },
    { kind: 'choose', label: { en: 'Account Type', de: 'Accounttyp' }, option: { en: 'IMAP' }, only: 'imap' },
    { kind: 'choose', label: { en: 'Account Type', de: 'Accounttyp' }, option: { en: 'POP' }, only: 'pop3' },
    {
      kind: 'enter',
      label: { en: 'Incoming Mail Server', de: 'Server für eintreffende E-Mails' },
      value: 'incoming-host',
    },
    {
      kind: 'enter',
      label: { en: 'Outgoing Mail Server', de: 'Server für ausgehende E-Mails' },
      value: 'smtp-host',
    },
    { kind: 'press', label: { en: 'Sign In', de: 'Anmelden' } },
    {
      kind: 'open',
      path: [
        { en: 'Mail' },
        { en: 'Settings…', de: 'Einstellungen …' },
        { en: 'Accounts' },
        { en: 'Server Settings', de: 'Servereinstellungen' },
      ],
    },
    {
      kind: 'untick',
      label: {
        en: 'Automatically manage connection settings',
        de: 'Verbindungseinstellungen automatisch verwalten',
      },
    },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    { kind: 'tick', label: { en: 'Use TLS/SSL', de: 'TLS/SSL verwenden' } },
    {
      kind: 'choose',
      label: { en: 'Authentication', de: 'Authentifizierung' },
      option: { en: 'Password', de: 'Passwort' },
    },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    { kind: 'tick', label: { en: 'Use TLS/SSL', de: 'TLS/SSL verwenden' } },
    {
      kind: 'choose',
      label: { en: 'Authentication', de: 'Authentifizierung' },
      option: { en: 'Password', de: 'Passwort' },
      only: 'smtp-sign-in',
    },
    { kind: 'enter', label: { en: 'User Name', de: 'Benutzername' }, value: 'smtp-user' },
    { kind: 'press', label: { en: 'Save', de: 'Sichern' } },
    { kind: 'note', note: 'send-test' },
  ],
}
