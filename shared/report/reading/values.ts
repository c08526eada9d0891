import * as v from 'valibot'
import { visibleText } from '#shared/text/visible-text.ts'

/** Any value that comes from a file, as it should be. */
export type GuardOf<T> = v.GenericSchema<unknown, T>

/** A text of one line, all of it to be seen. What is longer was not written by Mailwright. */
export function text(maxLength: number): GuardOf<string> {
  return v.pipe(v.string(), v.maxLength(maxLength), v.transform(visibleText))
}

/** What a server says is at most 200 characters; what a person types is no longer than an address. */
export const words = text(400)
/** An address, a host, the name of a mechanism. */
export const name = text(320)
/** A DNS record, or a sentence of our own with several of these. */
export const longText = text(16_384)

export const day: GuardOf<string> = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))

/** A moment that can be written as a date. */
export const instant: GuardOf<string> = v.pipe(
  v.string(),
  v.regex(/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/),
  v.check((moment) => !Number.isNaN(Date.parse(moment))),
)

/** Milliseconds since a check began; none lasts for days. */
export const moment: GuardOf<number> = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9))

/** Messages, kilobytes, bits. */
export const count: GuardOf<number> = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** One of a closed list; a member that is missing here does not compile. */
export function oneOf<T extends string>(known: Readonly<Record<T, true>>): GuardOf<T> {
  return v.custom<T>((value) => typeof value === 'string' && Object.hasOwn(known, value))
}

export function listOf<T>(item: GuardOf<T>, most: number): GuardOf<readonly T[]> {
  return v.pipe(v.array(item), v.maxLength(most), v.readonly())
}

/** One of several shapes, told apart by one member; a shape that is missing here does not compile. */
export function shapeBy<T extends Readonly<Record<K, string>>, K extends keyof T & string>(
  member: K,
  shapes: { readonly [S in T[K]]: GuardOf<Extract<T, Readonly<Record<K, S>>>> },
): GuardOf<T> {
  const known: Readonly<Record<string, GuardOf<T>>> = shapes
  return v.lazy((value) => {
    const shape = typeof value === 'object' && value !== null ? Reflect.get(value, member) : null
    return (typeof shape === 'string' && Object.hasOwn(known, shape) ? known[shape] : undefined) ?? v.never()
  })
}
