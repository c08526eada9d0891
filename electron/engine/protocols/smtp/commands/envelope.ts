/**
 * The envelope of a message (RFC 5321 section 3.3).
 * @param extensions what EHLO announced; an address beyond ASCII asks for SMTPUTF8 (RFC 6531) where it is there
 */
export function envelopeOf(
  { from, to }: { readonly from: string; readonly to: string },
  extensions: readonly string[],
): { readonly mail: string; readonly rcpt: string } {
  const needsUtf8 = /[^\x20-\x7e]/.test(from + to)
  const parameter = needsUtf8 && extensions.includes('SMTPUTF8') ? ' SMTPUTF8' : ''
  return { mail: `MAIL FROM:<${from}>${parameter}`, rcpt: `RCPT TO:<${to}>` }
}
