import type { Provider } from '#shared/catalogue/provider.ts'

export const proton: Provider = {
  id: 'proton',
  name: 'Proton Mail',
  kind: 'mailbox',
  accountType: 'bridge',
  domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
  mx: ['mail.protonmail.ch', 'mailsec.protonmail.ch'],
  // Bridge listens on this computer; it shows the ports it really took.
  servers: {
    imap: ['127.0.0.1:1143:starttls'],
    pop3: [],
    smtp: ['127.0.0.1:1025:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'app-password' }],
  pages: { help: 'https://proton.me/support/protonmail-bridge-faq' },
  hints: [
    { when: 'before', kind: 'bridge', url: 'https://proton.me/support/protonmail-bridge-faq' },
    { when: 'before', kind: 'paid-plan' },
    { when: 'before', kind: 'separate-password', url: 'https://proton.me/support/protonmail-bridge-faq' },
  ],
  sending: { spfInclude: '_spf.protonmail.ch', dkimSelectors: ['protonmail', 'protonmail2', 'protonmail3'] },
  retiredHosts: [],
  sources: [
    { name: 'Proton, Bridge FAQ', date: '2026-11-20' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'nodemailer well-known services', date: '2026-08-01' },
  ],
  comparedOn: '2026-11-20',
  providerPageReadOn: '2026-11-20',
}
