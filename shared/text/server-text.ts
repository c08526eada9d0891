const MAX_LENGTH = 200

// Escape sequences first (CSI, OSC and the two-character ones), then every other control, bidi and invisible character.
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g
const HARMFUL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\ufffd]/gu

/**
 * Makes a server's words fit to show: one line, no control, bidi or terminal codes, at most 200 characters unless
 * more are wanted. It is still somebody else's text and is always labelled as such.
 */
export function harmless(text: string, limit: number = MAX_LENGTH): string {
  const plain = text.replace(ESCAPE_SEQUENCE, ' ').replace(HARMFUL, ' ').replace(/\s+/gu, ' ').trim()
  const characters = Array.from(plain)
  return characters.length <= limit ? plain : `${characters.slice(0, limit - 1).join('')}…`
}

// What a technician needs to see of a conversation before encryption. Anything else could be a message to the user.
export const KEYWORDS: ReadonlySet<string> = new Set(
  `OK NO BAD BYE PREAUTH CAPABILITY +OK -ERR EHLO HELO STARTTLS STLS AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 NTLM GSSAPI
  XOAUTH2 OAUTHBEARER SCRAM-SHA-1 SCRAM-SHA-256 IMAP4REV1 IMAP4REV2 IDLE NAMESPACE QUOTA ID UIDPLUS MOVE SASL-IR
  LOGINDISABLED LITERAL+ LITERAL- ENABLE CHILDREN UNSELECT SIZE PIPELINING 8BITMIME CHUNKING DSN SMTPUTF8
  ENHANCEDSTATUSCODES HELP VRFY ETRN BINARYMIME CAPA UIDL TOP USER SASL RESP-CODES EXPIRE UTF8 IMPLEMENTATION
  AUTH-RESP-CODE PREFER XXXXXXXA`.split(/\s+/),
)

/**
 * Reduces a line that arrived before encryption to status words and capability names: whoever sits on the wire
 * could have written the rest (EAST "UI Spoofing").
 */
export function keywordsOnly(line: string): string {
  const [, prefix = '', rest = ''] = /^(\d{3}[ -]|\* |\+ |[A-Z]\d{1,4} )?(.*)$/s.exec(line) ?? []
  const words = rest.split(/[\s()[\]]+/).filter((word) => word !== '')
  const kept = words.map((word) => (isKeyword(word) ? word : '…')).join(' ')
  return prefix + kept.replace(/…(?: …)+/g, '…')
}

function isKeyword(word: string): boolean {
  const [name = ''] = word.toUpperCase().split('=')
  return KEYWORDS.has(name) && word.split('=').every((part) => KEYWORDS.has(part.toUpperCase()))
}
