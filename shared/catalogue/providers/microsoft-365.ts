import type { Provider } from '#shared/catalogue/provider.ts'

export const microsoft365: Provider = {
  id: 'microsoft-365',
  name: 'Microsoft 365',
  kind: 'mailbox',
  accountType: 'microsoft-365',
  domains: ['*.onmicrosoft.com'],
  mx: ['mail.protection.outlook.com', 'mx.microsoft'],
  servers: {
    imap: ['outlook.office365.com:993:tls', 'outlook.office365.com:143:starttls'],
    pop3: ['outlook.office365.com:995:tls'],
    smtp: ['smtp.office365.com:587:starttls', 'smtp.office365.com:25:starttls'],
  },
  userName: 'address',
  otherUserName: 'own',
  // After December 2026 the SMTP password is off until the tenant turns it on again.
  signIn: [
    { kind: 'oauth' },
    {
      kind: 'password',
      protocols: ['smtp'],
      until: '2027-01-01',
      ending: {
        instead: 'oauth',
        stays: 'admin',
        source: { name: 'Microsoft message centre, MC786329', date: '2026-01-27' },
      },
    },
    {
      kind: 'password',
      protocols: ['imap', 'pop3'],
      until: '2023-01-01',
      ending: {
        instead: 'oauth',
        stays: 'nowhere',
        source: { name: 'FairEmail FAQ 14', date: '2026-08-22' },
      },
    },
  ],
  pages: {},
  hints: [
    { when: 'before', kind: 'browser-sign-in-only' },
    { when: 'before', kind: 'admin-decides' },
    { when: 'after', kind: 'primary-address' },
  ],
  sending: { spfInclude: 'spf.protection.outlook.com', dkimSelectors: ['selector1', 'selector2'] },
  retiredHosts: ['imap.office365.com', 'pop3.office365.com', 'smtp.office365.com:465'],
  sources: [
    { name: 'Mozilla ISPDB, office365.com', date: '2026-03-12' },
    { name: 'Microsoft message centre, MC786329', date: '2026-01-27' },
    { name: 'FairEmail FAQ 14', date: '2026-08-22' },
  ],
  checkedOn: '2026-11-21',
}
