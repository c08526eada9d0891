const LONGEST_HEAD = 256 * 1024
const MOST_FIELDS = 500
const LONGEST_FIELD = 8_192

/** A header field with its lines joined. */
export interface HeaderField {
  /** In small letters. */
  readonly name: string
  readonly value: string
  /** It was longer than what is read of a field, so its end is missing. */
  readonly isCut: boolean
}

/**
 * The header fields of a message, the topmost first, and nothing of its body. At most 500 of 8 KiB each within the
 * first 256 KiB: whatever comes after them was written by the sender, for hosts on the way write on top.
 */
export function headerFields(source: string): readonly HeaderField[] {
  const text = source.slice(0, LONGEST_HEAD).replace(/\r\n?/g, '\n').replace(/^\n+/, '')
  const end = text.indexOf('\n\n')
  const fields: HeaderField[] = []
  let name = ''
  let parts: string[] = []
  const take = () => {
    const value = parts.join(' ')
    if (name !== '')
      fields.push({ name, value: value.slice(0, LONGEST_FIELD), isCut: value.length > LONGEST_FIELD })
  }
  for (const line of (end === -1 ? text : text.slice(0, end)).split('\n')) {
    if (fields.length >= MOST_FIELDS) return fields
    if (/^[ \t]/.test(line)) parts.push(line.trim())
    else {
      take()
      const at = line.indexOf(':')
      name = at === -1 ? '' : line.slice(0, at).toLowerCase().trim()
      parts = [line.slice(at + 1).trim()]
    }
  }
  take()
  return fields
}
