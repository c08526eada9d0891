import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const gmxCom: Provider = {
  id: 'gmx-com',
  name: 'GMX.com',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    gmx.com gmx.tm gmx.us gmx.co.uk gmx.es gmx.fr gmx.ca gmx.cn gmx.co.in gmx.com.br gmx.com.my gmx.hk
    gmx.ie gmx.ph gmx.pt gmx.ru gmx.se gmx.sg gmx.tw gmx.com.tr gmx.it gmx.li
  `),
  // Not gmx.com: mail.com receives there too, and its mailboxes are elsewhere.
  mx: [],
  servers: {
    imap: ['imap.gmx.com:993:tls', 'imap.gmx.com:143:starttls'],
    pop3: ['pop.gmx.com:995:tls', 'pop.gmx.com:110:starttls'],
    smtp: ['mail.gmx.com:465:tls', 'mail.gmx.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    enable: 'https://support.gmx.com/pop-imap/toggle.html',
    appPassword: 'https://support.gmx.com/security/2fa/application-specific-passwords.html',
  },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: 'https://support.gmx.com/pop-imap/toggle.html' },
    {
      when: 'before',
      kind: 'app-password-with-two-step',
      url: 'https://support.gmx.com/security/2fa/application-specific-passwords.html',
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, gmx.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
  ],
  comparedOn: '2026-11-20',
}
