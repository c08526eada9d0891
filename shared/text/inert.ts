import { harmless, plainWords, shortened, visibleWords, type Harmless } from '#shared/text/server-text.ts'

/** A value every text of which is harmless; a closed list of words of our own stays what it is. */
export type Inert<T> = T extends string
  ? string extends T
    ? Harmless
    : T
  : T extends object
    ? { readonly [K in keyof T]: Inert<T[K]> }
    : T

export interface InertOptions {
  /** Members that hold the user's or our own words: they were judged when they came in, and are left as they are. */
  readonly own?: readonly string[]
  /** The most characters of one text, where it is more than what a server may say at once. */
  readonly limit?: number
  /** Takes secrets out. */
  readonly redaction?: Redaction | null
}

interface Redaction {
  readonly redact: (text: string) => string
  /** Members that hold closed lists of words, dates or numbers of ours: a secret that is one of them leaves no hole. */
  readonly except: readonly string[]
}

/**
 * The one way for what was seen on the network to become a fact: everything in it, however deep, is harmless to any
 * terminal, page, report or program that reads JSON. It comes before any judgement. Names of members count as text,
 * because some records are kept by names that the network has chosen.
 */
export function inert<T>(value: T, options: InertOptions = {}): Inert<T> {
  return cleaned(value, options) as Inert<T>
}

function cleaned(value: unknown, options: InertOptions): unknown {
  const { own = [], limit } = options
  if (typeof value === 'string') return cleanedTexts([value], options)[0] ?? ''
  if (Array.isArray(value))
    return value.length > 0 && value.every((one) => typeof one === 'string')
      ? cleanedTexts(value, options)
      : value.map((one) => cleaned(one, options))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      harmless(key, limit),
      own.includes(key) ? one : cleaned(one, optionsFor(key, options)),
    ]),
  )
}

function optionsFor(key: string, options: InertOptions): InertOptions {
  return options.redaction?.except.includes(key) === true ? { ...options, redaction: null } : options
}

/**
 * SECURITY: the texts of a list are read as one: a server may announce the words of a password as neighbours. Secrets
 * are taken out of what will be seen, and a text is cut last.
 */
function cleanedTexts(
  texts: readonly string[],
  { limit, redaction = null }: InertOptions,
): readonly Harmless[] {
  if (redaction === null) return texts.map((text) => harmless(text, limit))
  const clean = redaction.redact(texts.map(visibleWords).join('\n')).split('\n')
  return clean.map((text) => shortened(plainWords(text), limit))
}
