import type { Provider } from '#shared/catalogue/provider.ts'

export const freenet: Provider = {
  id: 'freenet',
  name: 'freenet',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['freenet.de', 'fn.de', 'freenetmail.de', 'bossmail.de', 'justmail.de'],
  mx: [],
  servers: {
    imap: ['mx.freenet.de:993:tls', 'mx.freenet.de:143:starttls'],
    pop3: ['mx.freenet.de:995:tls'],
    smtp: ['mx.freenet.de:465:tls', 'mx.freenet.de:587:starttls'],
  },
  unproved: ['mx.freenet.de:995:tls'],
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    enable: 'https://kundenservice.freenet.de/faq/e-mail-client-mail/pop3-imap-und-smtp-aktivieren/',
    help: 'https://kundenservice.freenet.de/artikel/1869',
  },
  hints: [
    {
      when: 'before',
      kind: 'enable-imap-pop',
      url: 'https://kundenservice.freenet.de/faq/e-mail-client-mail/pop3-imap-und-smtp-aktivieren/',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'Mozilla ISPDB, freenet.de', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}
