import type { Provider } from '#shared/catalogue/provider.ts'

export const virgilio: Provider = {
  id: 'virgilio',
  name: 'Virgilio Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['virgilio.it'],
  mx: [],
  servers: {
    imap: ['in.virgilio.it:993:tls'],
    pop3: ['in.virgilio.it:995:tls'],
    smtp: ['out.virgilio.it:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    help: 'https://aiuto.virgilio.it/articolo/mail/configurare-virgilio-mail-con-client-di-posta-imap-e-smtp/',
  },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, virgilio.it', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
