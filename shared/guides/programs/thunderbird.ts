import type { Guide } from '#shared/guides/guide.ts'

/** Its own search for settings tests receiving alone; by hand every value is the proved one. */
export const thunderbird: Guide = {
  name: 'thunderbird',
  program: 'Thunderbird',
  version: '153',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL/TLS' }, starttls: { en: 'STARTTLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [
    {
      kind: 'open',
      path: [{ en: '☰' }, { en: 'New Account', de: 'Neues Konto' }, { en: 'Email', de: 'E-Mail' }],
    },
    { kind: 'enter', label: { en: 'Your full name', de: 'Ihr vollständiger Name' }, value: 'name' },
    { kind: 'enter', label: { en: 'Email address', de: 'E-Mail-Adresse' }, value: 'address' },
    { kind: 'press', label: { en: 'Configure manually', de: 'Manuell einrichten' } },
    { kind: 'choose', label: { en: 'Protocol', de: 'Protokoll' }, option: { en: 'IMAP' }, only: 'imap' },
    { kind: 'choose', label: { en: 'Protocol', de: 'Protokoll' }, option: { en: 'POP3' }, only: 'pop3' },
    { kind: 'enter', label: { en: 'Hostname' }, value: 'incoming-host' },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    {
      kind: 'enter',
      label: { en: 'Connection security', de: 'Verbindungssicherheit' },
      value: 'incoming-encryption',
    },
    {
      kind: 'choose',
      label: { en: 'Authentication method', de: 'Authentifizierungsmethode' },
      option: { en: 'Normal password', de: 'Passwort, normal' },
    },
    { kind: 'enter', label: { en: 'Username', de: 'Benutzername' }, value: 'incoming-user' },
    { kind: 'enter', label: { en: 'Hostname' }, value: 'smtp-host' },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    {
      kind: 'enter',
      label: { en: 'Connection security', de: 'Verbindungssicherheit' },
      value: 'smtp-encryption',
    },
    {
      kind: 'choose',
      label: { en: 'Authentication method', de: 'Authentifizierungsmethode' },
      option: { en: 'Normal password', de: 'Passwort, normal' },
      only: 'smtp-sign-in',
    },
    { kind: 'enter', label: { en: 'Username', de: 'Benutzername' }, value: 'smtp-user' },
    { kind: 'press', label: { en: 'Re-test', de: 'Erneut testen' } },
    { kind: 'enter', label: { en: 'Password', de: 'Passwort' }, value: 'password' },
    { kind: 'press', label: { en: 'Done', de: 'Fertig' } },
    { kind: 'note', note: 'send-test' },
  ],
}
