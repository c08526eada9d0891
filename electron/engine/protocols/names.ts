/** RFC 4422 section 3.1: up to twenty capital letters, digits, hyphens and underscores. */
const MECHANISM = /^[A-Z0-9_-]{1,20}$/i

/**
 * RFC 5321 section 4.1.1.1, with the `AUTH=PLAIN` of old servers and the underscore that some have. The longest line
 * of a reply has 512 octets.
 */
const EXTENSION = /^[A-Z0-9][A-Z0-9_-]{0,63}(?:=[!-~]*)?(?: [!-~]+)*$/i

/** RFC 2449 section 4: words of visible ASCII. */
const CAPABILITY_LINE = /^[!-~]+(?: [!-~]+)*$/

const LONGEST_LINE = 512

/** RFC 9051 section 9, `atom`; anything else in a list of capabilities is no capability. */
const ATOM = /^[!#$&'+,\-./0-9:;<=>?@A-Z^_`|}~]+$/i
const LONGEST_ATOM = 128

/** The mechanisms among these words, upper case. What is none by its grammar is left out, and never shown. */
export function mechanismNames(words: readonly string[]): readonly string[] {
  return words.filter((word) => MECHANISM.test(word)).map((word) => word.toUpperCase())
}

/** The extensions that a reply to EHLO announces, a line each. */
export function extensionNames(lines: readonly string[]): readonly string[] {
  return upperCase(lines, EXTENSION)
}

/** What CAPA lists, a line each. */
export function capabilityLines(lines: readonly string[]): readonly string[] {
  return upperCase(lines, CAPABILITY_LINE)
}

export function isAtom(word: string): boolean {
  return word.length <= LONGEST_ATOM && ATOM.test(word)
}

/** The grammar comes first: upper case makes ASCII of letters that were none (`ı`, `ſ`). */
function upperCase(lines: readonly string[], grammar: RegExp): readonly string[] {
  return lines.flatMap((text) => {
    const line = text.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '')
    return line.length <= LONGEST_LINE && grammar.test(line) ? [line.toUpperCase()] : []
  })
}

/**
 * What a server may tell by a code in brackets before TLS: RFC 3501, 5530, 2449, 3206. Any other word there could be
 * a message to the user from an attacker on the way.
 */
const EARLY_CODES = new Set(
  `ALERT CONTACTADMIN UNAVAILABLE SERVERBUG LIMIT INUSE PRIVACYREQUIRED AUTH IN-USE LOGIN-DELAY SYS/TEMP SYS/PERM`.split(
    ' ',
  ),
)

/**
 * The code in the brackets of a reply, upper case; `null` where it is none.
 * @param code what stands in the brackets, as sent
 */
export function responseCode(
  code: string | null,
  { isProtected }: { readonly isProtected: boolean },
): string | null {
  const [word = ''] = (code ?? '').split(' ')
  if (!isAtom(word)) return null
  const name = word.toUpperCase()
  return isProtected || EARLY_CODES.has(name) ? name : null
}
