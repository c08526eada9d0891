import type { ProviderFamily, SendingFacts } from '#shared/catalogue/provider.ts'

/** How IONOS takes mail programs, in every country. */
export const IONOS = {
  kind: 'mailbox',
  accountType: 'other',
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'separate-password' }],
  retiredHosts: [],
} as const satisfies ProviderFamily

const DKIM = { dkimSelectors: ['s1-ionos', 's2-ionos'] } as const

/** What the domains of customers say about sending; the American company has servers of its own. */
export const IONOS_EUROPE: SendingFacts = { ...DKIM, spfInclude: '_spf-eu.ionos.com' }
export const IONOS_AMERICA: SendingFacts = { ...DKIM, spfInclude: '_spf-us.ionos.com' }
