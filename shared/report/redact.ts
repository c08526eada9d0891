import { formsByPlace, formsByValue, type SecretForm, type Span } from '#shared/report/secret-forms.ts'
import { viewsOf } from '#shared/text/decoded-views.ts'
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
  const byValue = known.filter((secret) => !isTold(secret)).flatMap(formsByValue)
  const byPlace = known.filter(isTold).flatMap((secret) => formsByPlace(secret, userNames))
  return (text, speaker = 'server') =>
    replaceAll(text, speaker === 'server' && !IMAP_DATA.test(text) ? [...byValue, ...byPlace] : byValue)
}

/** RFC 9051 section 7: an untagged reply that is no status is data, where quotation marks are grammar. */
const IMAP_DATA = /^\* (?!OK|NO|BAD|BYE|PREAUTH)/i

function replaceAll(text: string, forms: readonly SecretForm[]): string {
  const spans = forms.length === 0 ? [] : spansOf(text, forms)
  if (spans.length === 0) return text
  let clean = ''
  let kept = 0
  for (const [start, end] of joined(spans)) {
    clean += text.slice(kept, start) + PLACEHOLDER
    kept = end
  }
  return clean + text.slice(kept)
}

function spansOf(text: string, forms: readonly SecretForm[]): readonly Span[] {
  return viewsOf(text).flatMap((view) => {
    const folded = foldCase(view.text)
    return forms.flatMap(({ needle, place }) => {
      const spans: Span[] = []
      for (const start of needle.occurrencesIn(folded)) {
        const span = place(view.text, [start, start + needle.text.length])
        if (span !== null) add(spans, [view.placeOf(span[0]), view.placeOf(span[1])])
      }
      return spans
    })
  })
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
