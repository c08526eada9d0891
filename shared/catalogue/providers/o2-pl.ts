import type { Provider } from '#shared/catalogue/provider.ts'

export const o2Pl: Provider = {
  id: 'o2-pl',
  name: 'o2 Poczta',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['o2.pl', 'go2.pl', 'tlen.pl', 'prokonto.pl'],
  mx: [],
  servers: {
    imap: ['poczta.o2.pl:993:tls'],
    pop3: ['poczta.o2.pl:995:tls'],
    smtp: ['poczta.o2.pl:465:tls', 'poczta.o2.pl:587:starttls'],
  },
  userName: 'local-part',
  otherUserName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    enable: 'https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych',
    help: 'https://pomoc.o2.pl/jak-skonfigurowac-program-pocztowy',
  },
  hints: [
    {
      when: 'before',
      kind: 'enable-access',
      url: 'https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych',
    },
    { when: 'before', kind: 'user-name-is-local-part' },
  ],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, o2.pl', date: '2026-03-12' }],
  comparedOn: '2026-11-20',
}
