import type { Guide } from '#shared/guides/guide.ts'

/** There is no field for a user name of the incoming server: it is the address. */
export const outlookNew: Guide = {
  name: 'outlook-new',
  program: 'Outlook (new)',
  version: '1.2026 for Windows',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL/TLS' }, starttls: { en: 'STARTTLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [
    { kind: 'note', note: 'cloud' },
    {
      kind: 'open',
      path: [
        { en: 'Settings', de: 'Einstellungen' },
        { en: 'Accounts', de: 'Konten' },
        { en: 'Your accounts', de: 'Ihre Konten' },
        { en: 'Add account', de: 'Konto hinzufügen' },
      ],
    },
    { kind: 'enter', label: { en: 'Email address', de: 'E-Mail-Adresse' }, value: 'address' },
    { kind: 'press', label: { en: 'Continue', de: 'Weiter' } },
    { kind: 'press', label: { en: 'IMAP' }, only: 'imap' },
    { kind: 'press', label: { en: 'POP' }, only: 'pop3' },
    { kind: 'enter', label: { en: 'Password', de: 'Kennwort' }, value: 'password' },
    { kind: 'press', label: { en: 'Show more', de: 'Mehr anzeigen' } },
    { kind: 'enter', label: { en: 'IMAP Incoming server' }, value: 'incoming-host', only: 'imap' },
    { kind: 'enter', label: { en: 'POP Incoming server' }, value: 'incoming-host', only: 'pop3' },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    { kind: 'enter', label: { en: 'Secure connection type' }, value: 'incoming-encryption' },
    { kind: 'enter', label: { en: 'SMTP Outgoing server' }, value: 'smtp-host' },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    { kind: 'enter', label: { en: 'Secure connection type' }, value: 'smtp-encryption' },
    { kind: 'enter', label: { en: 'SMTP username' }, value: 'smtp-user' },
    { kind: 'enter', label: { en: 'SMTP password' }, value: 'password', only: 'smtp-sign-in' },
    { kind: 'press', label: { en: 'Continue', de: 'Weiter' } },
    { kind: 'note', note: 'send-test' },
  ],
}
