import type { Guide } from '#shared/guides/guide.ts'

/** It calls SSL/TLS `SSL` and STARTTLS `TLS`. */
export const samsungEmail: Guide = {
  name: 'samsung-email',
  program: 'Samsung Email',
  version: '6.2',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL' }, starttls: { en: 'TLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [
    {
      kind: 'open',
      path: [
        { en: 'Settings', de: 'Einstellungen' },
        { en: 'Add account', de: 'Konto hinzufügen' },
        { en: 'Other', de: 'Sonstige' },
      ],
    },
    { kind: 'enter', label: { en: 'Email address', de: 'E-Mail-Adresse' }, value: 'address' },
    { kind: 'enter', label: { en: 'Password', de: 'Passwort' }, value: 'password' },
    { kind: 'press', label: { en: 'Manual setup', de: 'Manuelle Einrichtung' } },
    { kind: 'press', label: { en: 'IMAP' }, only: 'imap' },
    { kind: 'press', label: { en: 'POP3' }, only: 'pop3' },
    { kind: 'enter', label: { en: 'User name', de: 'Benutzername' }, value: 'incoming-user' },
    { kind: 'enter', label: { en: 'IMAP server' }, value: 'incoming-host', only: 'imap' },
    { kind: 'enter', label: { en: 'POP3 server' }, value: 'incoming-host', only: 'pop3' },
    { kind: 'enter', label: { en: 'Security type', de: 'Sicherheitstyp' }, value: 'incoming-encryption' },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    { kind: 'enter', label: { en: 'SMTP server' }, value: 'smtp-host' },
    { kind: 'enter', label: { en: 'Security type', de: 'Sicherheitstyp' }, value: 'smtp-encryption' },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    { kind: 'note', note: 'ssl-means-tls' },
    { kind: 'tick', label: { en: 'Authenticate before sending emails' }, only: 'smtp-sign-in' },
    { kind: 'enter', label: { en: 'User name', de: 'Benutzername' }, value: 'smtp-user' },
    { kind: 'enter', label: { en: 'Password', de: 'Passwort' }, value: 'password', only: 'smtp-sign-in' },
    { kind: 'press', label: { en: 'Sign in', de: 'Anmelden' } },
    { kind: 'note', note: 'send-test' },
  ],
}
