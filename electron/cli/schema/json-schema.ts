/** A JSON Schema of draft 2020-12, as far as it is used here. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly title?: string
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object'
  readonly const?: string | number | boolean
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly minimum?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

type Properties = Readonly<Record<string, JsonSchema>>

export const text: JsonSchema = { type: 'string' }
export const flag: JsonSchema = { type: 'boolean' }
export const number: JsonSchema = { type: 'number' }
export const count: JsonSchema = { type: 'integer', minimum: 0 }
/** `2026-11-20`. */
export const day: JsonSchema = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\d$` }
/** New ones come with every version, so that their names are not listed. */
export const code: JsonSchema = { type: 'string', pattern: '^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$' }

export function fixed(value: string | number | boolean): JsonSchema {
  return { const: value }
}

export function oneOf(values: readonly string[]): JsonSchema {
  return { type: 'string', enum: values }
}

export function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] }
}

export function either(...schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: schemas }
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

/** Members by names that are not known before. */
export function mapOf(additionalProperties: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties }
}

/**
 * An object with these members. Later versions may have more of them, so that a reader takes what it does not know.
 * @param optional members that are there only sometimes
 */
export function objectOf(members: Properties, optional: Properties = {}): JsonSchema {
  return { type: 'object', properties: { ...members, ...optional }, required: Object.keys(members) }
}

/** What several outputs have in common, by its name in `DEFINITIONS`. */
export function the(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` }
}

/** Every output begins with the number of its form. */
export const SCHEMA_ONE = { schema: fixed(1) } as const
