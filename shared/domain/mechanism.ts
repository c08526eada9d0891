/**
 * In which order announced mechanisms are used for a password over verified TLS. `plain-first`: as mail programs do;
 * `scram-first`: the server is shown the password only where SCRAM leads to no verdict.
 */
export const MECHANISM_ORDERS = ['plain-first', 'scram-first'] as const

export type MechanismOrder = (typeof MECHANISM_ORDERS)[number]

/** Which mechanisms a sign-in may use: all in this order, or the one that a technician has named. */
export type MechanismChoice =
  | { readonly kind: 'best'; readonly order: MechanismOrder }
  | { readonly kind: 'only'; readonly name: string }

const FOR_TOKENS = ['XOAUTH2', 'OAUTHBEARER']
const FOR_PASSWORDS = /^(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|SCRAM-.+)$/

/** Whether a server announces mechanisms for tokens, and none by which a password could be given. */
export function offersTokensOnly(announced: readonly string[]): boolean {
  return (
    FOR_TOKENS.some((name) => announced.includes(name)) && !announced.some((name) => FOR_PASSWORDS.test(name))
  )
}

/** What Mailwright can sign in with, as servers announce it, and the commands that POP3 has of its own. */
export const MECHANISMS = [
  'PLAIN',
  'LOGIN',
  'SCRAM-SHA-256-PLUS',
  'SCRAM-SHA-256',
  'SCRAM-SHA-1-PLUS',
  'SCRAM-SHA-1',
  'CRAM-MD5',
  'USER',
  'APOP',
  'XOAUTH2',
  'OAUTHBEARER',
] as const

/** Whether a mechanism is for this kind of credential. */
export function takesCredential(name: string, kind: 'password' | 'token'): boolean {
  return FOR_TOKENS.includes(name) === (kind === 'token')
}
