import type { ProviderFamily } from '#shared/catalogue/provider.ts'

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
