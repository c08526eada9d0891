import type { Provider } from '#shared/catalogue/provider.ts'

export const mailEe: Provider = {
  id: 'mail-ee',
  name: 'mail.ee',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['mail.ee'],
  mx: [],
  servers: {
    imap: ['mail.ee:993:tls'],
    pop3: ['mail.ee:995:tls'],
    smtp: ['mail.ee:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    enable: 'https://help.mail.ee/?keyword=email_clients_access',
    help: 'https://help.mail.ee/?keyword=email_clients_settings',
  },
  hints: [
    { when: 'before', kind: 'enable-access', url: 'https://help.mail.ee/?keyword=email_clients_access' },
    { when: 'after', kind: 'app-password-possible' },
  ],
  retiredHosts: [],
  sources: [{ name: 'Mozilla ISPDB, mail.ee', date: '2026-03-12' }],
  comparedOn: '2026-11-21',
}
