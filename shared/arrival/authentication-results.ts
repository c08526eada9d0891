import type { MessageVerdict } from '#shared/domain/message-facts.ts'
import { domainIn, smallLetters } from '#shared/arrival/domain-in.ts'
import { fieldTokens, type FieldToken } from '#shared/arrival/field-tokens.ts'

/** A verdict as one field has it, and for a signature the name of its key: a message may bear several. */
export interface SignedVerdict extends Omit<MessageVerdict, 'proof'> {
  readonly selector: string | null
}

/** One field with what a host found out about a message (RFC 8601 section 2.2). */
export interface ResultsField {
  /** Who says so (`authserv-id`), in small letters; `null` where it does not say, against the RFC, as Microsoft does. */
  readonly host: string | null
  readonly verdicts: readonly SignedVerdict[]
}

/**
 * Reads an Authentication-Results field by its grammar, or `null` where it has none.
 *
 * SECURITY: reasons, comments and properties carry what the sender chose: a mailbox, a greeting, a domain. A verdict is
 * only what stands at the beginning of a part, outside of quotes and brackets.
 */
export function readResults(value: string): ResultsField | null {
  const tokens = fieldTokens(value)
  if (tokens === null) return null
  const parts = partsOf(tokens)
  const [first = []] = parts
  // Without a name the first part is a verdict already.
  if (first.some(isEquals)) return { host: null, verdicts: parts.flatMap(verdictIn) }
  const [name, version, ...rest] = first
  const isKnown = version === undefined || version.text === '1'
  if (name === undefined || !isKnown || rest.length > 0) return null
  return { host: hostIn(name.text), verdicts: parts.slice(1).flatMap(verdictIn) }
}

/** Who wrote an ARC-Authentication-Results field: its first part is a number (RFC 8617 section 4.1.1). */
export function arcHost(value: string): string | null {
  const [, [name] = []] = partsOf(fieldTokens(value) ?? [])
  return name === undefined ? null : domainIn(name.text)
}

function hostIn(text: string): string {
  return smallLetters(text).replace(/\.$/, '')
}

type Part = readonly FieldToken[]

function isEquals({ kind, text }: FieldToken): boolean {
  return kind === 'mark' && text === '='
}

/** What stands between semicolons, without comments. */
function partsOf(tokens: readonly FieldToken[]): readonly Part[] {
  const parts: FieldToken[][] = [[]]
  for (const token of tokens)
    if (token.kind === 'mark' && token.text === ';') parts.push([])
    else if (token.kind !== 'comment') parts.at(-1)?.push(token)
  return parts
}

interface NamedValue {
  readonly name: string
  readonly value: string
  /** A single bare word, which is all that a result may be. */
  readonly isWord: boolean
}

function verdictIn(part: Part): readonly SignedVerdict[] {
  const [head, ...properties] = namedValues(part)
  const [, name = ''] = /^(spf|dkim|dmarc)(?:\/1)?$/i.exec(head?.name ?? '') ?? []
  const method = METHODS.find((one) => one === name.toLowerCase())
  if (head === undefined || method === undefined) return []
  if (!head.isWord || !/^[a-z]{1,20}$/i.test(head.value)) return []
  const property = (wanted: string) => properties.find((one) => one.name.toLowerCase() === wanted)?.value
  const domains = DOMAIN_PROPERTIES[method].map((wanted) => domainIn(property(wanted)?.split('@').at(-1)))
  return [
    {
      method,
      result: head.value.toLowerCase(),
      domain: domains.find((domain) => domain !== null) ?? null,
      selector: property('header.s') ?? null,
    },
  ]
}

const METHODS = ['spf', 'dkim', 'dmarc'] as const

const DOMAIN_PROPERTIES = {
  spf: ['smtp.mailfrom', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
} as const satisfies Readonly<Record<MessageVerdict['method'], readonly string[]>>

/** `name = value` in order; the first name has to begin the part. Comments and blanks may stand around every sign. */
function namedValues(part: Part): readonly NamedValue[] {
  const pairs: NamedValue[] = []
  let words: readonly FieldToken[] = []
  for (let at = 0; at < part.length; at += 1) {
    const token = part[at]
    if (token === undefined) break
    if (!isEquals(token)) {
      words = [...words, token].slice(-5)
      continue
    }
    const name = nameOf(words)
    if (name === null && pairs.length === 0) return []
    const { value, isWord, end } = valueAt(part, at + 1)
    pairs.push({ name: name ?? '', value, isWord })
    words = []
    at = end - 1
  }
  return pairs
}

/** `dkim`, `dkim/1` or `header . d`, whatever blanks are in there; `null` for two names side by side. */
function nameOf(words: readonly FieldToken[]): string | null {
  const isName = words.length > 0 && words.every(({ kind }) => kind === 'word')
  const joined = words
    .map(({ text }) => text)
    .join(' ')
    .replace(/ ?([./]) ?/g, '$1')
  return isName && !joined.includes(' ') ? joined : null
}

/** Mailboxes may have quotes and, as return paths do, equals signs within them. */
function valueAt(part: Part, start: number): Pick<NamedValue, 'value' | 'isWord'> & { readonly end: number } {
  let end = start + 1
  while (part[end]?.isGlued === true) end += 1
  const taken = part.slice(start, end)
  const isWord = taken.length === 1 && taken[0]?.kind === 'word'
  return { value: taken.map(({ text }) => text).join(''), isWord, end: Math.min(end, part.length) }
}
