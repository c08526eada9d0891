import type { Provider } from '#shared/catalogue/provider.ts'

/**
 * A program on this computer that stands for a provider without IMAP and SMTP of its own, whatever it is called: Proton
 * Mail Bridge, DavMail, hydroxide. They share these ports, and each shows those it really took.
 */
export const localBridge: Provider = {
  id: 'local-bridge',
  name: 'Bridge',
  kind: 'mailbox',
  accountType: 'bridge',
  domains: [],
  mx: [],
  servers: {
    imap: ['127.0.0.1:1143:starttls'],
    pop3: [],
    smtp: ['127.0.0.1:1025:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'local-program' }],
  retiredHosts: [],
  sources: [
    { name: 'DavMail, server setup', date: '2026-11-20' },
    { name: 'Proton, Bridge FAQ', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}
