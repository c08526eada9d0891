import { harmless, type Harmless } from '#shared/text/server-text.ts'

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
}

/**
 * The one way for what was seen on the network to become a fact: everything in it, however deep, is harmless to any
 * terminal, page, report or program that reads JSON. It comes before redaction and before any judgement. Names of
 * members count as text, because some records are kept by names that a server has chosen.
 */
export function inert<T>(value: T, options: InertOptions = {}): Inert<T> {
  return cleaned(value, options) as Inert<T>
}

function cleaned(value: unknown, options: InertOptions): unknown {
  const { own = [], limit } = options
  if (typeof value === 'string') return harmless(value, limit)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, options))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      harmless(key, limit),
      own.includes(key) ? one : cleaned(one, options),
    ]),
  )
}
