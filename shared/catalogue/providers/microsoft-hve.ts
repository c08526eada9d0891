import type { Provider } from '#shared/catalogue/provider.ts'

/** An account of its own for devices and programs of an organisation that write to its own members. */
export const microsoftHve: Provider = {
  id: 'microsoft-hve',
  name: 'Microsoft 365 High Volume Email',
  kind: 'outgoing-only',
  accountType: 'sending',
  domains: [],
  mx: [],
  // The second is its newer name; no page of Microsoft was read that says so.
  servers: {
    imap: [],
    pop3: [],
    smtp: ['smtp-hve.office365.com:587:starttls', 'smtp.hve.mx.microsoft:587:starttls'],
  },
  unproved: ['smtp-hve.office365.com:587:starttls', 'smtp.hve.mx.microsoft:587:starttls'],
  userName: 'address',
  signIn: [
    {
      kind: 'password',
      // "Until September 2028": the month is all that is known.
      ending: {
        instead: 'oauth',
        life: {
          announced: null,
          effective: '2028-09-01',
          final: '2028-10-01',
          postponedBy: 'nobody',
          concerns: 'all',
          source: { name: 'petri.com, High Volume Email for internal recipients', date: '2026-11-27' },
        },
      },
    },
  ],
  pages: {},
  hints: [
    { when: 'before', kind: 'internal-recipients' },
    { when: 'before', kind: 'admin-decides' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Microsoft documentation, Add-HVEAppAccess (programs sign in with OAuth)', date: '2026-11-27' },
    { name: 'petri.com, High Volume Email for internal recipients', date: '2026-11-27' },
    { name: 'tiagoscarvalho.com, Exchange Online mail flow in 2026', date: '2026-11-27' },
    { name: 'Public programs on GitHub, host and port', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}
