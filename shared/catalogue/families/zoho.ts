import type { ProviderFamily } from '#shared/catalogue/provider.ts'

/** How every data centre of Zoho takes mail programs. */
export const ZOHO = {
  kind: 'mailbox',
  accountType: 'other',
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { enable: 'https://www.zoho.com/mail/help/imap-access.html' },
  hints: [
    { when: 'before', kind: 'enable-imap-pop', url: 'https://www.zoho.com/mail/help/imap-access.html' },
    { when: 'before', kind: 'data-centre' },
    { when: 'before', kind: 'paid-plan' },
    { when: 'before', kind: 'app-password-with-two-step' },
  ],
  retiredHosts: [],
} as const satisfies ProviderFamily
