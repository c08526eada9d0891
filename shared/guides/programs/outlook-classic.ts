import type { Guide } from '#shared/guides/guide.ts'

/** By hand, where the profile file is not used. The tick for the outgoing server is in a window of its own. */
export const outlookClassic: Guide = {
  name: 'outlook-classic',
  program: 'Outlook (classic)',
  version: 'Microsoft 365, 2026',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL/TLS' }, starttls: { en: 'STARTTLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [
    {
      kind: 'open',
      path: [
        { en: 'File', de: 'Datei' },
        { en: 'Add Account', de: 'Konto hinzufügen' },
      ],
    },
    { kind: 'enter', label: { en: 'Email address', de: 'E-Mail-Adresse' }, value: 'address' },
    { kind: 'press', label: { en: 'Advanced options', de: 'Erweiterte Optionen' } },
    {
      kind: 'tick',
      label: { en: 'Let me set up my account manually', de: 'Ich möchte mein Konto manuell einrichten' },
    },
    { kind: 'press', label: { en: 'Connect', de: 'Verbinden' } },
    { kind: 'press', label: { en: 'IMAP' }, only: 'imap' },
    { kind: 'press', label: { en: 'POP' }, only: 'pop3' },
    {
      kind: 'enter',
      label: { en: 'Incoming mail: Server', de: 'Eingehende E-Mail: Server' },
      value: 'incoming-host',
    },
    {
      kind: 'enter',
      label: { en: 'Encryption method', de: 'Verschlüsselungsmethode' },
      value: 'incoming-encryption',
    },
    { kind: 'enter', label: { en: 'Port' }, value: 'incoming-port' },
    { kind: 'leave', label: { en: 'Require logon using Secure Password Authentication (SPA)' } },
    {
      kind: 'enter',
      label: { en: 'Outgoing mail: Server', de: 'Ausgehende E-Mail: Server' },
      value: 'smtp-host',
    },
    {
      kind: 'enter',
      label: { en: 'Encryption method', de: 'Verschlüsselungsmethode' },
      value: 'smtp-encryption',
    },
    { kind: 'enter', label: { en: 'Port' }, value: 'smtp-port' },
    { kind: 'leave', label: { en: 'Require logon using Secure Password Authentication (SPA)' } },
    { kind: 'note', note: 'port-follows-encryption' },
    { kind: 'note', note: 'spa' },
    { kind: 'press', label: { en: 'Next', de: 'Weiter' } },
    { kind: 'enter', label: { en: 'Password', de: 'Kennwort' }, value: 'password' },
    { kind: 'press', label: { en: 'Connect', de: 'Verbinden' } },
    {
      kind: 'open',
      path: [
        { en: 'File', de: 'Datei' },
        { en: 'Account Settings', de: 'Kontoeinstellungen' },
        { en: 'Account Settings', de: 'Kontoeinstellungen' },
        { en: 'Change', de: 'Ändern' },
      ],
    },
    { kind: 'enter', label: { en: 'User Name', de: 'Benutzername' }, value: 'incoming-user' },
    {
      kind: 'open',
      path: [
        { en: 'More Settings', de: 'Weitere Einstellungen' },
        { en: 'Outgoing Server', de: 'Postausgangsserver' },
      ],
    },
    {
      kind: 'tick',
      label: {
        en: 'My outgoing server (SMTP) requires authentication',
        de: 'Der Postausgangsserver (SMTP) erfordert Authentifizierung',
      },
      only: 'smtp-sign-in',
    },
    { kind: 'note', note: 'send-test' },
  ],
}
