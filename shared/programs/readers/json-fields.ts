/** An object in settings that are written as JSON. Every field is looked at before it is used. */
export type JsonFields = Readonly<Record<string, unknown>>

/** `null` for any other value. */
export function fieldsOf(value: unknown): JsonFields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonFields) : null
}

/** `null` where it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** A text, a number or an answer as a text; `undefined` where there is nothing. */
export function wordAt(fields: JsonFields, name: string): string | undefined {
  const value = fields[name]
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
