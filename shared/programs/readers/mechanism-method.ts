import type { ProgramMethod } from '#shared/programs/program-account.ts'

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
