import { utf8Length } from '#shared/text/utf8-length.ts'

/**
 * Octets of UTF-8 in a password or token, the same for every way in. Access tokens take several thousand; what is
 * longer is a file by mistake.
 */
export const MAX_SECRET_OCTETS = 16_384

/** An address has at most 320 characters (RFC 3696 section 3); no server has longer names. */
const MAX_NAME_LENGTH = 320

/**
 * Why a text cannot be a user name or a secret.
 * - `control-character`: among them NUL, which PLAIN forbids (RFC 4616 section 2), and what ends a line of a protocol.
 * - `undecodable`: half a surrogate pair, or the character that stands for octets which were no UTF-8. What was there
 *   before is lost, so another text than the user's would be sent.
 * - `byte-order-mark`: an editor or a shell has put it in front. Sent along, it costs a refused sign-in; dropped, the
 *   text is not the one that was given. Neither happens without a word.
 * - `bidirectional-control`: makes a name look like another one.
 */
export type CredentialTextProblem =
  | 'empty'
  | 'too-long'
  | 'control-character'
  | 'undecodable'
  | 'byte-order-mark'
  | 'bidirectional-control'

// C0, DEL, C1 and the Unicode line separators.
const CONTROL = /[\p{Cc}\u2028\u2029]/u
const LOST = /\ufffd/
const BYTE_ORDER_MARK = '\ufeff'

/** SECURITY: asked about every password and token, wherever it comes in, before anything is done with it. */
export function secretProblem(text: string): CredentialTextProblem | null {
  if (text.length > MAX_SECRET_OCTETS || utf8Length(text) > MAX_SECRET_OCTETS) return 'too-long'
  return commonProblem(text)
}

/** SECURITY: asked about every user name, wherever it comes in. */
export function userNameProblem(text: string): CredentialTextProblem | null {
  if (text.length > MAX_NAME_LENGTH) return 'too-long'
  return commonProblem(text) ?? (/\p{Bidi_Control}/u.test(text) ? 'bidirectional-control' : null)
}

function commonProblem(text: string): CredentialTextProblem | null {
  if (text === '') return 'empty'
  if (text.startsWith(BYTE_ORDER_MARK)) return 'byte-order-mark'
  if (!text.isWellFormed() || LOST.test(text)) return 'undecodable'
  return CONTROL.test(text) ? 'control-character' : null
}
