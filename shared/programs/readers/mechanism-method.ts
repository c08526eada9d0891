import type { ProgramMethod, ProgramService } from '#shared/programs/program-account.ts'

/** How a program signs in that was told a mechanism by its name. */
export function methodOf(mechanism: string): ProgramMethod {
  const name = mechanism.trim().toUpperCase().replaceAll('_', '-')
  if (/^(?:CRAM-MD5|DIGEST-MD5|APOP|SCRAM-.*)$/.test(name)) return 'challenge'
  if (/^(?:PLAIN|LOGIN|CLEAR|CLEARTEXT|PASSWORD|USER|USERPASS|PASSWD)$/.test(name)) return 'password'
  if (/^(?:XOAUTH2|OAUTHBEARER|OAUTH2?|GOOGLE|OUTLOOK)$/.test(name)) return 'oauth'
  if (/^(?:NTLM|MSN|SPA)$/.test(name)) return 'spa'
  if (/^(?:GSSAPI|KERBEROS.*|GSS-SPNEGO)$/.test(name)) return 'kerberos'
  if (name === 'EXTERNAL') return 'certificate'
  return name === 'ANONYMOUS' || name === 'NONE' ? 'none' : 'any'
}

const NAMED =
  /^(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|SCRAM-SHA-(?:1|256)(?:-PLUS)?|XOAUTH2|OAUTHBEARER|NTLM|GSSAPI|EXTERNAL)$/

/** The sign-in of a program with one mechanism, and its name where that is the name of one. */
export function signInBy(mechanism: string): Pick<ProgramService, 'method' | 'mechanism'> {
  const name = mechanism.trim().toUpperCase().replaceAll('_', '-')
  return { method: methodOf(mechanism), ...(NAMED.test(name) ? { mechanism: name } : {}) }
}

/** Of several mechanisms the program takes one that the server has. */
export function signInByOneOf(mechanisms: readonly string[]): Pick<ProgramService, 'method' | 'mechanism'> {
  const [only = '', ...others] = mechanisms.filter((name) => name !== '')
  if (others.length === 0) return signInBy(only)
  const methods = new Set([only, ...others].map(methodOf))
  return { method: methods.size === 1 ? methodOf(only) : 'any' }
}
