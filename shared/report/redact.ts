import { formsByPlace, formsByValue, type SecretForm, type Span } from '#shared/report/secret-forms.ts'
import { viewsOf, type View } from '#shared/text/decoded-views.ts'
import { foldCase } from '#shared/text/fold-case.ts'
import { PROTOCOL_WORDS } from '#shared/text/protocol-words.ts'

/** Who said a text: what Mailwright says itself is no echo. */
export type Speaker = 'server' | 'mailwright'

/** Replaces every known secret in a text, in every form it is likely to take. Without a speaker, a server has said it. */
export type Redactor = (text: string, speaker?: Speaker) => string

/** What every reader of a server log may see anyway. */
export interface OpenWords {
  readonly hosts: readonly string[]
  /** User names and addresses. */
  readonly userNames: readonly string[]
}

const PLACEHOLDER = '[password]'
const NO_WORDS: OpenWords = { hosts: [], userNames: [] }
/** Shorter secrets stand in other words by accident: a hole in each of them tells the secret. */
const SHORTEST_BY_VALUE = 6

/**
 * The only redactor: in front of every transcript, log, report, export and event. It works by value, because a
 * server may echo a password in its error text; fields that hold secrets are replaced where they are written.
 *
 * SECURITY: a reader can fill a hole in a word that is known. A secret that is short, or a word of the protocol, a
 * host or a user name, is replaced only where the text itself marks it as one. Linear in the length of the text.
 */
export function createRedactor(
  secrets: readonly string[],
  { hosts, userNames }: OpenWords = NO_WORDS,
): Redactor {
  const open = foldCase([PROTOCOL_WORDS, ...hosts, ...userNames].join('\n'))
  const known = [...new Set(secrets)].filter((secret) => secret !== '')
  const isTold = (secret: string) =>
    Array.from(secret.normalize('NFC')).length < SHORTEST_BY_VALUE || open.includes(foldCase(secret))
  const byValue = known
    .filter((secret) => !isTold(secret))
    .flatMap((secret) => formsByValue(secret, (rest) => !isTold(rest)))
  const byPlace = known
    .filter(isTold)
    .flatMap((secret) => formsByPlace(secret, userNames, open.includes(foldCase(secret)) ? 'word' : 'short'))
  const areWords = (text: string) => {
    const pieces = foldCase(text).split(/\s+/)
    return pieces.some(({ length }) => length > 1) && pieces.every((piece) => open.includes(piece))
  }
  return (text, speaker = 'server') =>
    replaceAll(text, {
      byValue,
      byPlace: speaker === 'server' && !IMAP_DATA.test(text) ? byPlace : [],
      areWords,
    })
}

interface Sought {
  readonly byValue: readonly SecretForm[]
  readonly byPlace: readonly SecretForm[]
  /** Whether a text is nothing but words that are said every time: together they may make a secret by accident. */
  readonly areWords: (text: string) => boolean
}

/** RFC 9051 section 7: an untagged reply that is no status is data, where quotation marks are grammar. */
const IMAP_DATA = /^\* (?!OK|NO|BAD|BYE|PREAUTH)/i

function replaceAll(text: string, sought: Sought): string {
  const spans = sought.byValue.length + sought.byPlace.length === 0 ? [] : spansOf(text, sought)
  if (spans.length === 0) return text
  let clean = ''
  let kept = 0
  for (const [start, end] of joined(spans)) {
    clean += text.slice(kept, start) + PLACEHOLDER
    kept = end
  }
  return clean + text.slice(kept)
}

function spansOf(text: string, { byValue, byPlace, areWords }: Sought): readonly Span[] {
  return viewsOf(text).flatMap((view) => {
    const folded = foldCase(view.text)
    return (view.isJoined ? byValue : [...byValue, ...byPlace]).flatMap(({ needle, place }) => {
      const spans: Span[] = []
      for (const start of needle.occurrencesIn(folded)) {
        const found: Span = [start, start + needle.text.length]
        const span = place(view.text, found)
        if (span !== null) add(spans, view.isJoined ? inBroken(found, span, view) : inOriginal(span, view))
      }
      return view.isJoined ? spans.filter(([start, end]) => !areWords(text.slice(start, end))) : spans
    })
  })
}

function inOriginal([start, end]: Span, { placeOf }: View): Span {
  return [placeOf(start), placeOf(end)]
}

/** Where units were joined, what stood between them belongs to none, and no further unit beyond it goes along. */
function inBroken(found: Span, [start, end]: Span, { placeOf }: View): Span {
  const isApart = (index: number) => placeOf(index) + 1 !== placeOf(index + 1)
  return [
    placeOf(start < found[0] && isApart(start) ? found[0] : start),
    placeOf((end > found[1] && isApart(end - 2) ? found[1] : end) - 1) + 1,
  ]
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) add(result, span)
  return result
}

/** Those that overlap become one: what sticks out of the longer one is a piece of the secret too. */
function add(spans: Span[], [start, end]: Span): void {
  const last = spans.at(-1)
  if (last === undefined || start >= last[1]) spans.push([start, end])
  else spans[spans.length - 1] = [last[0], Math.max(last[1], end)]
}
