/** Some editors put one before a text that they save. */
const BYTE_ORDER_MARK = /^\uFEFF/

/** What a file of ours holds; `null` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''))
  } catch {
    return null
  }
}

/**
 * Whether a file says of itself that it is in another form than those up to the given number. A later version may
 * number its forms as it likes, so whatever is not known is taken for newer: what it means by the rest is not guessed.
 */
export function isNewer(content: unknown, schema: number): boolean {
  if (typeof content !== 'object' || content === null || !('schema' in content)) return false
  const said = content.schema
  return typeof said !== 'number' || !Number.isInteger(said) || said < 1 || said > schema
}
