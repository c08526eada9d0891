/** A complete reply of a mail server, reduced to what carries meaning. */
export interface ServerReply {
  /** SMTP three-digit code (RFC 5321 section 4.2), otherwise `null`. */
  readonly code: number | null
  /** Enhanced status code (RFC 3463), for example `5.7.8`. */
  readonly enhanced: string | null
  /** IMAP or POP3 status word. */
  readonly status: 'OK' | 'NO' | 'BAD' | 'BYE' | '+OK' | '-ERR' | null
  /** IMAP response code (RFC 5530) or POP3 response code (RFC 2449) in upper case, for example `AUTHENTICATIONFAILED`. */
  readonly responseCode: string | null
  /** The server's own words: made harmless, at most 200 characters, empty when they arrived unencrypted. */
  readonly text: string
}
