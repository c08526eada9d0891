/** A text with one kind of escape undone, and where each of its units stands in the text it was made from. */
export interface View {
  readonly text: string
  /** The place of a unit in the original; the length of this view has the end of the original. */
  readonly placeOf: (index: number) => number
  /** Whether units were joined that stand apart in the original. */
  readonly isJoined: boolean
}

interface Escapes {
  readonly joins?: true
  /** What a text must contain to be worth a look. */
  readonly sign: RegExp
  readonly pattern: RegExp
  readonly decode: (escape: string) => string
}

/**
 * The ways in which programs write letters that mean something to them: percent signs (RFC 3986), the same in a form,
 * where a plus is a space, backslashes (JSON, IMAP's quoted strings, C), character references (XML), and
 * quoted-printable (RFC 2045). What stands apart may be joined.
 */
const KINDS: readonly Escapes[] = [
  { sign: /%/, pattern: octets('%'), decode: decodeOctets },
  {
    sign: /\+/,
    pattern: new RegExp(`${octets('%').source}|\\+`, 'gi'),
    decode: (escape) => (escape === '+' ? ' ' : decodeOctets(escape)),
  },
  {
    sign: /\\/,
    pattern: new RegExp(`\\\\u[0-9a-f]{4}|${octets('\\\\x').source}|\\\\[0-3][0-7]{2}|\\\\.`, 'gi'),
    decode: decodeBackslash,
  },
  { sign: /&/, pattern: /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, decode: decodeReference },
  { sign: /=/, pattern: octets('='), decode: decodeOctets },
  // What went through two programs.
  { sign: /%25/, pattern: octets('%(?:25)*'), decode: decodeOctets },
  // ASCII as wide as ideographs (U+FF01 to U+FF5E), which NFKC undoes.
  { sign: /[\uff01-\uff5e]/, pattern: /[\uff01-\uff5e\u3000]/g, decode: decodeWide },
  // A line that was broken, and octets one by one, as a dump or a list of C has them.
  { sign: /\s/, pattern: /\s+/g, decode: () => '', joins: true },
  {
    sign: /[0-9a-f]{2}[\s:,.-]/i,
    pattern: /(?<=[0-9a-f]{2})[\s:,.-]{1,3}(?:0x)?(?=[0-9a-f]{2})/gi,
    decode: () => '',
    joins: true,
  },
]

/** The text itself, and what it becomes when the escapes of one kind are undone. Linear in its length. */
export function viewsOf(text: string): readonly View[] {
  const views = KINDS.filter(({ sign }) => sign.test(text)).flatMap((kind) => undo(text, kind) ?? [])
  return [{ text, placeOf: (index) => index, isJoined: false }, ...views]
}

function undo(text: string, { pattern, decode, joins }: Escapes): View | null {
  const places: number[] = []
  const pieces: string[] = []
  let copied = 0
  const copyTo = (end: number) => {
    pieces.push(text.slice(copied, end))
    for (let at = copied; at < end; at += 1) places.push(at)
  }
  for (const { 0: escape, index } of text.matchAll(pattern)) {
    copyTo(index)
    const plain = decode(escape)
    pieces.push(plain)
    for (let unit = 0; unit < plain.length; unit += 1) places.push(index)
    copied = index + escape.length
  }
  if (copied === 0) return null
  copyTo(text.length)
  return {
    text: pieces.join(''),
    placeOf: (index) => places[index] ?? text.length,
    isJoined: joins === true,
  }
}

/** One character in UTF-8, else one octet. A character is one escape, so that a place in a view has one in the text. */
function octets(prefix: string): RegExp {
  const [any, next] = [`${prefix}[0-9a-f]{2}`, `${prefix}[89ab][0-9a-f]`]
  const long = `${prefix}f[0-7](?:${next}){3}|${prefix}e[0-9a-f](?:${next}){2}|${prefix}[cd][0-9a-f]${next}`
  return new RegExp(`${long}|${any}`, 'gi')
}

function decodeOctets(escape: string): string {
  const pairs = escape.match(/[0-9a-f]{2}(?![0-9a-f])/gi) ?? []
  try {
    return decodeURIComponent(pairs.map((pair) => `%${pair}`).join(''))
  } catch {
    return String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16)))
  }
}

function decodeWide(letter: string): string {
  return letter === '\u3000' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0)
}

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function decodeBackslash(escape: string): string {
  const [, kind = '', rest = ''] = /^\\(.)(.*)$/su.exec(escape) ?? []
  if (kind.toLowerCase() === 'u' && rest !== '') return String.fromCharCode(Number.parseInt(rest, 16))
  if (kind.toLowerCase() === 'x' && rest !== '') return decodeOctets(escape)
  if (rest !== '') return String.fromCharCode(Number.parseInt(kind + rest, 8))
  return LETTERS[kind] ?? escape.slice(1)
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff

function decodeReference(escape: string): string {
  const name = escape.slice(1, -1).toLowerCase()
  const named = NAMES[name]
  if (named !== undefined) return named
  const codePoint = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : escape
}
