import type { Provider } from '#shared/catalogue/provider.ts'

export const spectrumCharter: Provider = {
  id: 'spectrum-charter',
  name: 'Spectrum (Charter)',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['charter.net', 'spectrum.net', 'bresnan.net'],
  mx: [],
  // Three databases have implicit TLS on 587, where the standard has STARTTLS (RFC 8314): both are tried, theirs first.
  servers: {
    imap: ['mobile.charter.net:993:tls'],
    pop3: ['mobile.charter.net:995:tls'],
    smtp: ['mobile.charter.net:587:tls', 'mobile.charter.net:587:starttls'],
  },
  unproved: ['mobile.charter.net:587:starttls'],
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://www.spectrum.net/support/internet/spectrum-email-server-settings' },
  hints: [{ when: 'after', kind: 'app-password-possible' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, charter.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
