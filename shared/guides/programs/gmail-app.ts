import type { Guide } from '#shared/guides/guide.ts'

/** It shows the servers after the password, and proposes names that are often wrong. */
export const gmailApp: Guide = {
  name: 'gmail-app',
  program: 'Gmail app (Android)',
  version: '2026.11',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL/TLS' }, starttls: { en: 'STARTTLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [
    {
      kind: 'open',
      path: [
        { en: 'Profile picture', de: 'Profilbild' },
        { en: 'Add another account', de: 'Weiteres Konto hinzufügen' },
        { en: 'Other', de: 'Sonstiges' },
      ],
    },
    {
      kind: 'enter',
      label: { en: 'Enter your email', de: 'Gib deine E-Mail-Adresse ein' },
      value: 'address',
    },
    { kind: 'press', label: { en: 'Personal (IMAP)', de: 'Privat (IMAP)' }, only: 'imap' },
    { kind: 'press', label: { en: 'Personal (POP3)', de: 'Privat (POP3)' }, only: 'pop3' },
    { kind: 'enter', label: { en: 'Password', de: 'Passwort' }, value: 'password' },
    { kind: 'press', label: { en: 'Next', de: 'Weiter' } },
    { kind: 'enter', label: { en: 'Username', de: 'Nutzername' }, value: 'incoming-user' },
    { kind: 'enter', label: { en: 'Server' }, value: 'incoming-host' },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    { kind: 'enter', label: { en: 'Security type', de: 'Sicherheitstyp' }, value: 'incoming-encryption' },
    { kind: 'press', label: { en: 'Next', de: 'Weiter' } },
    { kind: 'tick', label: { en: 'Require sign-in', de: 'Anmeldung erforderlich' }, only: 'smtp-sign-in' },
    { kind: 'enter', label: { en: 'Username', de: 'Nutzername' }, value: 'smtp-user' },
    { kind: 'enter', label: { en: 'SMTP server', de: 'SMTP-Server' }, value: 'smtp-host' },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    { kind: 'enter', label: { en: 'Security type', de: 'Sicherheitstyp' }, value: 'smtp-encryption' },
    { kind: 'press', label: { en: 'Next', de: 'Weiter' } },
    { kind: 'note', note: 'send-test' },
  ],
}
