import type { ProviderHint } from '#shared/catalogue/hints.ts'

/** What is about the password; it is shown where the password is typed, the rest where the servers are. */
const ABOUT_SIGN_IN: ReadonlySet<ProviderHint['kind']> = new Set([
  'app-password-only',
  'app-password-with-two-step',
  'app-password-possible',
  'app-password-known-browser',
  'api-key',
  'separate-password',
  'authorization-code',
  'supported-programs',
  'browser-sign-in-only',
  'sign-in-ends',
])

export function isAboutSignIn({ kind }: ProviderHint): boolean {
  return ABOUT_SIGN_IN.has(kind)
}
