import { isBlank, withoutBlanks } from '#shared/arrival/blanks.ts'

const LONGEST_HEAD = 256 * 1024
const MOST_FIELDS = 500
const LONGEST_FIELD = 8_192
/** RFC 5322 section 2.2; the blank that section 4.5.8 lets old programs put before the colon is not read. */
const FIELD = /^([!-9;-~]{1,998}):/

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
 *
 * SECURITY: a receiver takes away what it reads as a field in its own name (RFC 8601 section 5). A line that begins or
 * is named in a way that only a lenient reader takes for such a field gets past it, and is none here either: a line
 * ends in CRLF or LF alone, and a name is what RFC 5322 says.
 */
export function headerFields(source: string): readonly HeaderField[] {
  const text = source.slice(0, LONGEST_HEAD).replaceAll('\r\n', '\n').replace(/^\n+/, '')
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
    if (isBlank(line.charAt(0))) parts.push(withoutBlanks(line))
    else {
      take()
      const [, found = ''] = FIELD.exec(line) ?? []
      name = found.toLowerCase()
      parts = [withoutBlanks(line.slice(found.length + 1))]
    }
  }
  take()
  return fields
}
