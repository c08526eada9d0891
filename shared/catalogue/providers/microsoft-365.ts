import type { Provider } from '#shared/catalogue/provider.ts'
import type { Source } from '#shared/catalogue/source.ts'

const SMTP_PLAN: Source = {
  name: 'Microsoft Exchange team, techcommunity 4489835; Microsoft message centre, MC786329',
  date: '2026-11-27',
}

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
  unproved: ['smtp.office365.com:25:starttls', 'outlook.office365.com:143:starttls'],
  userName: 'address',
  otherUserName: 'own',
  signIn: [
    { kind: 'oauth' },
    {
      kind: 'password',
      protocols: ['smtp'],
      // Off by default from then on; the last day of all is announced in the second half of 2027.
      ending: {
        instead: 'oauth',
        life: {
          announced: '2026-01-27',
          effective: '2027-01-01',
          final: null,
          postponedBy: 'admin',
          concerns: 'all',
          source: SMTP_PLAN,
        },
        forNewcomers: {
          announced: '2026-01-27',
          effective: '2027-01-01',
          final: null,
          postponedBy: 'nobody',
          concerns: 'new-customers',
          source: SMTP_PLAN,
        },
      },
    },
    {
      kind: 'password',
      protocols: ['imap', 'pop3'],
      ending: {
        instead: 'oauth',
        life: {
          announced: null,
          effective: '2022-10-01',
          final: '2023-01-01',
          postponedBy: 'admin',
          concerns: 'all',
          source: { name: 'FairEmail FAQ 14', date: '2026-08-22' },
        },
      },
    },
  ],
  pages: {},
  publishedRanges: {
    hosts: ['outlook.office365.com', 'smtp.office365.com'],
    ranges: [
      '13.107.6.152/31',
      '13.107.18.10/31',
      '13.107.128.0/22',
      '23.103.160.0/20',
      '40.96.0.0/13',
      '40.104.0.0/15',
      '52.96.0.0/14',
      '131.253.33.215/32',
      '132.245.0.0/16',
      '150.171.32.0/22',
      '204.79.197.215/32',
      '2603:1006::/40',
      '2603:1016::/36',
      '2603:1026::/36',
      '2603:1036::/36',
      '2603:1046::/36',
      '2603:1056::/36',
      '2620:1ec:4::152/127',
      '2620:1ec:c::10/127',
      '2620:1ec:d::10/127',
      '2620:1ec:8f0::/46',
      '2620:1ec:900::/46',
      '2620:1ec:a92::152/127',
    ],
    page: 'https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges',
    source: { name: 'Microsoft 365 endpoints, Exchange Online', date: '2026-06-06' },
  },
  hints: [
    { when: 'before', kind: 'admin-decides' },
    { when: 'after', kind: 'primary-address' },
  ],
  ends: [
    {
      kind: 'ews-ends',
      when: 'before',
      life: {
        announced: null,
        effective: '2026-10-01',
        final: '2027-04-01',
        postponedBy: 'admin',
        concerns: 'all',
        source: { name: 'Microsoft message centre, MC1227454', date: '2026-11-20' },
      },
    },
    {
      // POP3 and IMAP, rolled out customer by customer.
      kind: 'old-tls-ends',
      when: 'after',
      life: {
        announced: '2026-04-27',
        effective: '2026-07-01',
        final: '2027-01-01',
        postponedBy: 'nobody',
        concerns: 'all',
        source: {
          name: 'Microsoft Exchange team, techcommunity 4515201; Microsoft message centre, MC1293480',
          date: '2026-11-27',
        },
      },
    },
  ],
  sending: { spfInclude: 'spf.protection.outlook.com', dkimSelectors: ['selector1', 'selector2'] },
  retiredHosts: ['imap.office365.com', 'pop3.office365.com', 'smtp.office365.com:465'],
  sources: [
    { name: 'Mozilla ISPDB, office365.com', date: '2026-03-12' },
    SMTP_PLAN,
    { name: 'FairEmail FAQ 14', date: '2026-08-22' },
    { name: 'Microsoft message centre, MC1227454', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-27',
}
