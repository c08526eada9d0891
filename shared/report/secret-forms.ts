import { base64Alignments, base64Unpadded, utf8Bytes } from '#shared/text/base64.ts'
import { foldCase } from '#shared/text/fold-case.ts'
import { Needle } from '#shared/text/occurrences.ts'

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
 * (SASLprep writes NFKC, file systems NFD), with lost letters, and its octets as hexadecimal digits and base64.
 */
export function formsByValue(secret: string): readonly SecretForm[] {
  const spellings = spellingsOf(secret)
  const octets = spellings.map(utf8Bytes)
  return distinct([
    ...[...spellings, ...octets.map((bytes) => String.fromCharCode(...bytes)), ...lossyForms(secret)].map(
      (text) => form(text, (_, found) => found),
    ),
    ...octets.map((bytes) => form(hexOf(bytes), (_, found) => found)),
    ...octets.flatMap(base64Forms),
  ])
}

/**
 * The forms of a secret that would give itself away by the holes it leaves: where the text itself says that this is
 * the secret. In quotation marks, behind the command or the field that carries it, or as the whole of a SASL message
 * (RFC 4616; LOGIN has the bare secret).
 */
export function formsByPlace(secret: string, userNames: readonly string[]): readonly SecretForm[] {
  const messages = userNames.flatMap((name) => [`\0${name}\0${secret}`, `${name}\0${name}\0${secret}`])
  return distinct([
    ...spellingsOf(secret).flatMap((text) => [
      form(text, isQuoted),
      ...CARRIERS.map((carrier) => form(carrier + text, behind(carrier))),
    ]),
    ...[secret, ...messages].map(wholeBase64),
  ])
}

const NORMAL_FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const

function spellingsOf(secret: string): readonly string[] {
  const well = secret.toWellFormed()
  const normal = [well, ...NORMAL_FORMS.map((name) => well.normalize(name))]
  return [...new Set(normal.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]))]
}

/** Fewer letters than these are not enough to know a secret by when the others are lost. */
const FEWEST_KEPT = 4

/** What is left of a secret on the way through a program that knows ASCII only. */
function lossyForms(secret: string): readonly string[] {
  const kept = secret.replace(/[^\x20-\x7e]/gu, '')
  return kept === secret || kept.length < FEWEST_KEPT
    ? []
    : ['?', '\ufffd'].map((lost) => secret.replace(/[^\x20-\x7e]/gu, lost))
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
  const unpadded = base64Unpadded(utf8Bytes(text))
  const whole = unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, '=')
  return form(whole, (around, [start, end]) =>
    around.slice(start, end) === whole &&
    !BASE64.test(around.charAt(start - 1)) &&
    !BASE64.test(around.charAt(end))
      ? [start, end]
      : null,
  )
}

const OPENING = /["'`“”„‟‘’‚«»‹›]/
const CLOSING = OPENING

function isQuoted(text: string, [start, end]: Span): Span | null {
  return OPENING.test(text.charAt(start - 1)) && CLOSING.test(text.charAt(end)) ? [start, end] : null
}

/** A command of POP3 (RFC 1939 section 7), and fields as forms and logs have them. */
const CARRIERS = ['pass ', 'password=', 'passwd=', 'pwd=', 'pass=']
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
