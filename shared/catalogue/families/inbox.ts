import type { ProviderFamily } from '#shared/catalogue/provider.ts'

/** How Inbox.lv and its sisters take mail programs. */
export const INBOX = {
  kind: 'mailbox',
  accountType: 'other',
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: {
    enable: 'https://help.inbox.lv/?keyword=email_clients_access',
    help: 'https://help.inbox.lv/?keyword=email_clients_settings',
  },
  hints: [
    { when: 'before', kind: 'enable-access', url: 'https://help.inbox.lv/?keyword=email_clients_access' },
    { when: 'after', kind: 'app-password-possible' },
  ],
  retiredHosts: [],
} as const satisfies ProviderFamily
