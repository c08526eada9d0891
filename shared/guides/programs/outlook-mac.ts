import type { Guide } from '#shared/guides/guide.ts'

/** It has one tick for encryption and decides by the port whether that is STARTTLS. */
export const outlookMac: Guide = {
  name: 'outlook-mac',
  program: 'Outlook for Mac',
  version: '16.100',
  describedOn: '2026-11-27',
  encryption: {
    tls: { en: 'Use SSL to connect (recommended)' },
    starttls: { en: 'Use SSL to connect (recommended)' },
    none: { en: '(not ticked)' },
  },
  steps: [
    { kind: 'note', note: 'cloud' },
    {
      kind: 'open',
      path: [{ en: 'Tools' }, { en: 'Accounts', de: 'Konten' }, { en: '+' }, { en: 'New Account' }],
    },
    { kind: 'enter', label: { en: 'Email address' }, value: 'address' },
    { kind: 'press', label: { en: 'Continue' } },
    { kind: 'choose', label: { en: 'Type' }, option: { en: 'IMAP' }, only: 'imap' },
    { kind: 'choose', label: { en: 'Type' }, option: { en: 'POP' }, only: 'pop3' },
    { kind: 'enter', label: { en: 'User name' }, value: 'incoming-user' },
    { kind: 'enter', label: { en: 'Password' }, value: 'password' },
    { kind: 'enter', label: { en: 'Incoming server' }, value: 'incoming-host' },
    { kind: 'tick', label: { en: 'Override default port' } },
    { kind: 'enter', label: { en: 'Incoming server: port' }, value: 'incoming-port' },
    { kind: 'tick', label: { en: 'Use SSL to connect (recommended)' } },
    { kind: 'enter', label: { en: 'Outgoing server' }, value: 'smtp-host' },
    { kind: 'tick', label: { en: 'Override default port' } },
    { kind: 'enter', label: { en: 'Outgoing server: port' }, value: 'smtp-port' },
    { kind: 'tick', label: { en: 'Use SSL to connect (recommended)' } },
    { kind: 'open', path: [{ en: 'More Options' }] },
    {
      kind: 'choose',
      label: { en: 'Authentication' },
      option: { en: 'Use Incoming Server Info' },
      only: 'smtp-sign-in',
    },
    { kind: 'press', label: { en: 'Add Account' } },
    { kind: 'note', note: 'send-test' },
  ],
}
