import type { Provider } from '#shared/catalogue/provider.ts'

export const seznam: Provider = {
  id: 'seznam',
  name: 'Seznam',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['seznam.cz', 'email.cz', 'post.cz'],
  mx: ['emailprofi.seznam.cz'],
  servers: {
    imap: ['imap.seznam.cz:993:tls'],
    pop3: ['pop3.seznam.cz:995:tls'],
    smtp: ['smtp.seznam.cz:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    appPassword: 'https://o-seznam.cz/napoveda/ucet/en/dvoufazove-overeni/postovni-programy/',
    help: 'https://napoveda.seznam.cz/',
  },
  hints: [
    {
      when: 'after',
      kind: 'app-password-with-two-step',
      url: 'https://o-seznam.cz/napoveda/ucet/en/dvoufazove-overeni/postovni-programy/',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB', date: '2026-03-12' },
    { name: 'Seznam help, two-step sign-in in mail programs', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
  providerPageReadOn: '2026-11-27',
}
