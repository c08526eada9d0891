import type { Provider } from '#shared/catalogue/provider.ts'

export const spectrumTwc: Provider = {
  id: 'spectrum-twc',
  name: 'Spectrum (Roadrunner)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['rr.com', '*.rr.com', 'roadrunner.com', 'twc.com'],
  mx: [],
  servers: {
    imap: ['mail.twc.com:993:tls'],
    pop3: ['mail.twc.com:995:tls'],
    smtp: ['mail.twc.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://www.spectrum.net/support/internet/spectrum-email-server-settings' },
  hints: [{ when: 'after', kind: 'app-password-possible' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, rr.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
