import type { DiscoveryHint } from '#shared/discovery/discovery.ts'

/** What is about the password; it is shown where the password is typed, the rest where the servers are. */
const ABOUT_SIGN_IN: ReadonlySet<DiscoveryHint['kind']> = new Set([
  'app-password-only',
  'app-password-with-two-step',
  'app-password-possible',
  'app-password-known-browser',
  'api-key',
  'separate-password',
  'authorization-code',
  'browser-sign-in-only',
  'sign-in-ends',
])

export function isAboutSignIn({ kind }: DiscoveryHint): boolean {
  return ABOUT_SIGN_IN.has(kind)
}
