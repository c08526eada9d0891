import { base64Alignments, base64Unpadded, utf8Bytes } from '#shared/text/base64.ts'
import { foldCase } from '#shared/text/fold-case.ts'
import { Needle } from '#shared/text/occurrences.ts'
import { utf8Length } from '#shared/text/utf8-length.ts'

/** A stretch of a text: from the first unit to the one behind the last. */
export type Span = readonly [start: number, end: number]

/** One way in which a secret may be written. */
export interface SecretForm {
  /** In folded case. */
  readonly needle: Needle
  /** What has to go where the needle was found, in a text whose case is not folded; `null`: this is something else. */
  readonly place: (text: string, found: Span) => Span | null
}

/**
 * Every form of a secret that is found by its value alone: in any case, in any of the four normal forms of Unicode
 * (SASLprep writes NFKC, file systems NFD), with lost letters or blanks, and its octets as hexadecimal digits and base64.
 * @param isRare whether what is left of the secret without some of its letters would not be found by accident
 */
export function formsByValue(secret: string, isRare: (rest: string) => boolean): readonly SecretForm[] {
  const spellings = spellingsOf(secret)
  const utf8 = spellings.map(utf8Bytes)
  const rarer = secret.length > LONGEST_TYPED ? [] : [...latin1Bytes(secret), utf16Bytes(secret)]
  const twice = secret.length > LONGEST_TYPED ? [] : [utf8Bytes(padded(base64Unpadded(utf8Bytes(secret))))]
  const octets = [...utf8, ...rarer]
  const rests = [secret.replace(/\s+/gu, ''), ...barerForms(secret)].filter(isRare)
  return distinct([
    ...[
      ...spellings,
      ...utf8.map((bytes) => String.fromCharCode(...bytes)),
      ...lossyForms(secret),
      ...rests,
    ].map((text) => form(text, (_, found) => found)),
    ...octets.map((bytes) => form(hexOf(bytes), (_, found) => found)),
    ...[...octets, ...twice].flatMap(base64Forms),
  ])
}

/**
 * The forms of a secret that would give itself away by the holes it leaves: where the text itself says that this is
 * the secret. In quotation marks, behind the command or the field that carries it, or as the whole of a SASL message
 * (RFC 4616; LOGIN has the bare secret).
 * @param nature a word of the protocol may follow "password:" or a user name in an ordinary sentence
 */
export function formsByPlace(
  secret: string,
  userNames: readonly string[],
  nature: 'word' | 'short',
): readonly SecretForm[] {
  const messages = userNames.flatMap((name) => [`\0${name}\0${secret}`, `${name}\0${name}\0${secret}`])
  return distinct([
    ...spellingsOf(secret).flatMap((text) => [
      form(text, isQuoted),
      ...(nature === 'word' ? CARRIERS : [...CARRIERS, ...FIELDS, ...userNames.flatMap(loginOf)]).map(
        (carrier) => form(carrier + text, behind(carrier)),
      ),
    ]),
    wholeBase64(secret),
    ...messages.map(messageBase64),
  ])
}

/** What is longer is a token or a file: for those the encodings of old programs are not got ready. */
const LONGEST_TYPED = 1_024

const NORMAL_FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const

function spellingsOf(secret: string): readonly string[] {
  const well = secret.toWellFormed()
  const normal = [well, ...NORMAL_FORMS.map((name) => well.normalize(name))]
  return [...new Set(normal.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]))]
}

/** Fewer letters than these are not enough to know a secret by when the others are lost. */
const FEWEST_KEPT = 4

const NOT_ASCII = /[^\x20-\x7e]/gu

/**
 * What is left of a secret on the way through a program that knows ASCII only: a mark for each letter, for each of its
 * units of UTF-16 or for each of its octets.
 */
function lossyForms(secret: string): readonly string[] {
  const kept = secret.replace(NOT_ASCII, '')
  if (kept === secret || kept.length < FEWEST_KEPT) return []
  const counts = [() => 1, (letter: string) => letter.length, utf8Length]
  return ['?', '\ufffd'].flatMap((mark) =>
    counts.map((count) => secret.replace(NOT_ASCII, (letter) => mark.repeat(count(letter)))),
  )
}

/** The same where such letters are left out, or lose their accents. */
function barerForms(secret: string): readonly string[] {
  return [secret.replace(NOT_ASCII, ''), secret.normalize('NFKD').replace(/\p{M}+/gu, '')]
}

/** None for a secret with letters that Latin-1 has not, or with none that it writes in its own way. */
function latin1Bytes(secret: string): readonly (readonly number[])[] {
  const units = unitsOf(secret.normalize('NFC'))
  return units.some((unit) => unit >= 0x80) && units.every((unit) => unit <= 0xff) ? [units] : []
}

/** The smaller octet first, as programs of Windows write it. */
function utf16Bytes(secret: string): readonly number[] {
  return unitsOf(secret).flatMap((unit) => [unit & 0xff, unit >> 8])
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

function hexOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const BASE64 = /[A-Za-z0-9+/_-]/

/** In the middle of a longer message: the characters that it shares with its neighbours go too. */
function base64Forms(bytes: readonly number[]): readonly SecretForm[] {
  return base64Alignments(bytes).flatMap((text, offset) => {
    const before = offset === 0 ? 0 : 1
    const after = (offset + bytes.length) % 3 === 0 ? 0 : 1
    const place = (around: string, [start, end]: Span): Span => [
      start - (BASE64.test(around.charAt(start - 1)) ? before : 0),
      end + (BASE64.test(around.charAt(end)) ? after : 0),
    ]
    return [text, inUrl(text)].map((each) => form(each, place))
  })
}

function inUrl(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_')
}

/** Short as it may be, so its case counts and nothing of a longer word is taken for it. */
function wholeBase64(text: string): SecretForm {
  const whole = padded(base64Unpadded(utf8Bytes(text)))
  return form(whole, (around, [start, end]) =>
    around.slice(start, end) === whole &&
    !BASE64.test(around.charAt(start - 1)) &&
    !BASE64.test(around.charAt(end))
      ? [start, end]
      : null,
  )
}

function padded(base64: string): string {
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')
}

/** Long enough to be known in any case and without its padding. */
function messageBase64(text: string): SecretForm {
  return form(base64Unpadded(utf8Bytes(text)), (around, [start, end]) =>
    BASE64.test(around.charAt(start - 1)) || BASE64.test(around.charAt(end))
      ? null
      : [start, end + (/^={1,2}/.exec(around.slice(end, end + 2))?.[0].length ?? 0)],
  )
}

const OPENING = /["'`“”„‟‘’‚«»‹›]/
const CLOSING = OPENING

function isQuoted(text: string, [start, end]: Span): Span | null {
  return OPENING.test(text.charAt(start - 1)) && CLOSING.test(text.charAt(end)) ? [start, end] : null
}

/** A command of POP3 (RFC 1939 section 7), and fields as forms and logs have them. */
const CARRIERS = ['pass ', 'password=', 'passwd=', 'pwd=', 'pass=']
/** The same as sentences and dumps have them. */
const FIELDS = ['password', 'passwd', 'pwd', 'pass', 'passwort'].flatMap((name) =>
  [':', ': ', '=', ' = ', '=>', ' => '].map((sign) => name + sign),
)

/** IMAP's command (RFC 9051 section 6.2.3), without quotation marks around the secret. */
function loginOf(userName: string): readonly string[] {
  return [`login ${userName} `, `login "${userName}" `]
}

const WORD = /[\p{L}\p{N}_]/u

function behind(carrier: string): SecretForm['place'] {
  return (text, [start, end]) =>
    WORD.test(text.charAt(start - 1)) || WORD.test(text.charAt(end)) ? null : [start + carrier.length, end]
}

function form(text: string, place: SecretForm['place']): SecretForm {
  return { needle: new Needle(foldCase(text)), place }
}

/** The longest first; the first of those with the same letters stays. */
function distinct(forms: readonly SecretForm[]): readonly SecretForm[] {
  const byText = new Map<string, SecretForm>()
  for (const each of forms)
    if (each.needle.text !== '' && !byText.has(each.needle.text)) byText.set(each.needle.text, each)
  return [...byText.values()].toSorted((a, b) => b.needle.text.length - a.needle.text.length)
}
