import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const spectrumBrighthouse: Provider = {
  id: 'spectrum-brighthouse',
  name: 'Spectrum (Bright House)',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    brighthouse.com bak.rr.com bham.rr.com cfl.rr.com emore.rr.com eufala.rr.com indy.rr.com mi.rr.com
    panhandle.rr.com tampabay.rr.com
  `),
  mx: [],
  // Three databases have implicit TLS on 587, where the standard has STARTTLS (RFC 8314): both are tried, theirs first.
  servers: {
    imap: ['mail.brighthouse.com:993:tls'],
    pop3: ['mail.brighthouse.com:995:tls'],
    smtp: ['mail.brighthouse.com:587:tls', 'mail.brighthouse.com:587:starttls'],
  },
  unproved: ['mail.brighthouse.com:587:starttls', 'mail.brighthouse.com:995:tls'],
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { help: 'https://www.spectrum.net/support/internet/spectrum-email-server-settings' },
  hints: [{ when: 'after', kind: 'app-password-possible' }],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-21',
}
