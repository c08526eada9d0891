import * as fc from 'fast-check'
import * as v from 'valibot'

/** What a text of the contract may be: the first that its schema takes stands for all of its kind. */
const TEXTS = [
  'a1b2',
  'anna@practice.example',
  'imap.practice.example',
  'https://example.org/',
  'en',
  '11111111-2222-3333-4444-555555555555',
  Array.from({ length: 32 }, () => 'AB').join(':'),
]
const NUMBERS = [993, 1, 0, 4]

interface Described {
  readonly type: string
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly wrapped?: v.GenericSchema
  readonly item?: v.GenericSchema
}

/**
 * Good inputs, made from the schema of a call itself: one that is added to the contract is mutated without a line here.
 * @throws where the schema has a form that nothing here makes
 */
export function goodInputsFor(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  const { type, entries = {}, options = [], literal, wrapped, item } = schema as unknown as Described
  switch (type) {
    case 'strict_object':
      return fc.record(
        Object.fromEntries(Object.entries(entries).map(([key, part]) => [key, goodInputsFor(part)])),
        { requiredKeys: Object.keys(entries).filter((key) => entries[key]?.type !== 'exact_optional') },
      )
    case 'exact_optional':
      if (wrapped !== undefined) return goodInputsFor(wrapped)
      break
    case 'variant':
      return fc.oneof(...options.map((option) => goodInputsFor(option as v.GenericSchema)))
    case 'picklist':
      return fc.constantFrom(...options)
    case 'literal':
      return fc.constant(literal)
    case 'nullable':
    case 'optional':
      if (wrapped !== undefined)
        return fc.option(goodInputsFor(wrapped), { nil: type === 'nullable' ? null : undefined })
      break
    case 'array':
      if (item !== undefined) return fc.array(goodInputsFor(item), { minLength: 1, maxLength: 2 })
      break
    case 'string':
      return fc.constantFrom(...takenBy(schema, TEXTS))
    case 'number':
      return fc.constantFrom(...takenBy(schema, NUMBERS))
    default:
  }
  throw new Error(`nothing makes a good ${type}: add it to good-inputs.ts`)
}

function takenBy<T>(schema: v.GenericSchema, samples: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = samples.filter((sample) => v.is(schema, sample))
  if (first === undefined)
    throw new Error('no sample in good-inputs.ts fits a schema of the contract: add one')
  return [first, ...rest]
}
