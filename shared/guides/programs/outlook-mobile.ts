import type { Guide } from '#shared/guides/guide.ts'

/** The fields for the servers appear only after the advanced settings are switched on. */
export const outlookMobile: Guide = {
  name: 'outlook-mobile',
  program: 'Outlook for iOS and Android',
  version: '4.2546',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL/TLS' }, starttls: { en: 'STARTTLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [
    { kind: 'note', note: 'cloud' },
    {
      kind: 'open',
      path: [
        { en: 'Settings', de: 'Einstellungen' },
        { en: 'Add account', de: 'Konto hinzufügen' },
        { en: 'Add email account' },
      ],
    },
    { kind: 'enter', label: { en: 'Email address', de: 'E-Mail-Adresse' }, value: 'address' },
    { kind: 'press', label: { en: 'Continue', de: 'Weiter' } },
    { kind: 'press', label: { en: 'IMAP' }, only: 'imap' },
    { kind: 'press', label: { en: 'POP3' }, only: 'pop3' },
    { kind: 'enter', label: { en: 'Display name' }, value: 'name' },
    { kind: 'tick', label: { en: 'Use advanced settings' } },
    { kind: 'enter', label: { en: 'IMAP host name' }, value: 'incoming-host', only: 'imap' },
    { kind: 'enter', label: { en: 'POP host name' }, value: 'incoming-host', only: 'pop3' },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    { kind: 'enter', label: { en: 'Security type' }, value: 'incoming-encryption' },
    { kind: 'enter', label: { en: 'Username' }, value: 'incoming-user' },
    { kind: 'enter', label: { en: 'Password' }, value: 'password' },
    { kind: 'enter', label: { en: 'SMTP host name' }, value: 'smtp-host' },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    { kind: 'enter', label: { en: 'Security type' }, value: 'smtp-encryption' },
    { kind: 'enter', label: { en: 'SMTP username' }, value: 'smtp-user' },
    { kind: 'enter', label: { en: 'SMTP password' }, value: 'password', only: 'smtp-sign-in' },
    { kind: 'press', label: { en: 'Sign in', de: 'Anmelden' } },
    { kind: 'note', note: 'send-test' },
  ],
}
