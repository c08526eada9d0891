import * as fc from 'fast-check'

type Path = readonly (string | number)[]

/** Every place in a value, the value itself included. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value)
  return [path, ...entries.flatMap(([key, item]) => pathsIn(item, [...path, key]))]
}

/** A copy in which the value at a path has been changed. */
function changeAt(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changeAt(item, rest, change) : item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? changeAt(item, rest, change) : item]),
  )
}

/** Own keys that a careless merge would take for something else; an object literal could not have the first one. */
function withKey(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { [key]: value }
  const copy = { ...value }
  return Object.defineProperty(copy, key, { value: { polluted: true }, enumerable: true })
}

function withoutKey(value: unknown, index: number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value)
  return Object.fromEntries(entries.filter((_, position) => position !== index % entries.length))
}

export function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

const LONG = 'x'.repeat(10_000_000)
const DEEP = nested(10_000)

/** What can stand anywhere in a message, whatever carries it. */
export const SMALL_HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    65_536,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
  ),
  fc.constantFrom<unknown>('', ' ', 'constructor', '__proto__', 'a\r\nb', 'a\0b', '127.1', 'none'),
  fc.constantFrom<unknown>([], {}, [[]]),
  fc.anything({ maxDepth: 2 }),
)

const HOSTILE = fc.oneof(
  { weight: 9, arbitrary: SMALL_HOSTILE },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      LONG,
      DEEP,
      Array.from({ length: 10_000 }, () => ({})),
    ),
  },
)

type Step = (value: unknown) => unknown

function stepsWith(hostile: fc.Arbitrary<unknown>): fc.Arbitrary<Step> {
  return fc.oneof(
    hostile.map((other) => () => other),
    hostile.map((other) => (value: unknown) => [value, other]),
    fc.constant((value: unknown) => [value]),
    fc.constant((value: unknown) =>
      Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value,
    ),
    fc
      .constantFrom('__proto__', 'constructor', 'toString', 'extra')
      .map((key) => (value: unknown) => withKey(value, key)),
    fc.nat(20).map((index) => (value: unknown) => withoutKey(value, index)),
    fc
      .string({ unit: 'binary', maxLength: 8 })
      .map((text) => (value: unknown) => (typeof value === 'string' ? value + text : text)),
  )
}

/**
 * A value that began as a good one and was changed in one to three places.
 * @param hostile what takes the place of a part of it
 */
export function mutationsOf(good: unknown, hostile: fc.Arbitrary<unknown> = HOSTILE): fc.Arbitrary<unknown> {
  const step = stepsWith(hostile)
  const once = (value: unknown): fc.Arbitrary<unknown> =>
    fc.tuple(fc.constantFrom(...pathsIn(value)), step).map(([path, change]) => changeAt(value, path, change))
  const shallow = once(good)
  return fc.oneof(
    shallow,
    fc
      .tuple(fc.constantFrom(...pathsIn(good)), step, shallow)
      .map(([path, change, value]) => changeAt(value, path, change)),
  )
}
