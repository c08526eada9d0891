declare const HARMLESS: unique symbol

/** Words from outside after they were made fit to show. Only this file makes such a text. */
export type Harmless = string & { readonly [HARMLESS]: true }

const MAX_LENGTH = 200

// Escape sequences first (CSI, OSC and the two-character ones). A terminal gives them no room, nor does it to the
// invisible characters: so they leave none behind, and what they were put into can be recognised again.
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g
const INVISIBLE = /(?!\s)\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu
const UNREADABLE = /[\p{Co}\p{Cs}\u0085\u2028\u2029]/gu
const LOST = /\ufffd/g

/**
 * What will be seen of a text, with U+FFFD where an octet was no UTF-8. A secret is looked for in this form: a lost
 * letter still shows where it stood, and nothing invisible hides within.
 */
export function visibleWords(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, '')
    .replace(UNREADABLE, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * The words of a server on one line: no control, bidi or terminal codes, nothing invisible. They have any
 * length still; what is shown goes through `harmless` or `shortened` after this.
 */
export function plainWords(text: string): string {
  return visibleWords(visibleWords(text).replace(LOST, ' '))
}

/** Cuts what `plainWords` has made, visibly and never within a character. */
export function shortened(plain: string, limit: number = MAX_LENGTH): Harmless {
  const characters = Array.from(plain)
  const short = characters.length <= limit ? plain : `${characters.slice(0, limit - 1).join('')}…`
  return short as Harmless
}

/**
 * Makes a server's words fit to show: one line, no control, bidi or terminal codes, at most 200 characters unless
 * more are wanted. It is still the server's text and is always labelled as such.
 */
export function harmless(text: string, limit: number = MAX_LENGTH): Harmless {
  return shortened(plainWords(text), limit)
}

// What a technician needs to see of a server log before encryption. Anything else could be a message to the user.
export const KEYWORDS: ReadonlySet<string> = new Set(
  `OK NO BAD BYE PREAUTH CAPABILITY +OK -ERR EHLO HELO STARTTLS STLS AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 NTLM GSSAPI
  XOAUTH2 OAUTHBEARER SCRAM-SHA-1 SCRAM-SHA-256 IMAP4REV1 IMAP4REV2 IDLE NAMESPACE QUOTA ID UIDPLUS MOVE SASL-IR
  LOGINDISABLED LITERAL+ LITERAL- ENABLE CHILDREN UNSELECT SIZE PIPELINING 8BITMIME CHUNKING DSN SMTPUTF8
  ENHANCEDSTATUSCODES HELP VRFY ETRN BINARYMIME CAPA UIDL TOP USER SASL RESP-CODES EXPIRE UTF8 IMPLEMENTATION
  AUTH-RESP-CODE PREFER XXXXXXXA`.split(/\s+/),
)

/**
 * Reduces a line that arrived before encryption to status words and capability names: an attacker on the wire
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
