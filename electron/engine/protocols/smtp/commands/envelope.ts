/**
 * The envelope of a message from an account to itself (RFC 5321 section 3.3).
 * @param extensions what EHLO announced; an address beyond ASCII asks for SMTPUTF8 (RFC 6531) where it is there
 */
export function envelopeOf(
  address: string,
  extensions: readonly string[],
): { readonly mail: string; readonly rcpt: string } {
  const needsUtf8 = /[^\x20-\x7e]/.test(address)
  const parameter = needsUtf8 && extensions.includes('SMTPUTF8') ? ' SMTPUTF8' : ''
  return { mail: `MAIL FROM:<${address}>${parameter}`, rcpt: `RCPT TO:<${address}>` }
}
