import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** A semicolon is what spreadsheets write where the comma separates decimals. */
export type Separator = ',' | ';'

export function separatorOf(header: string): Separator {
  return header.includes(';') && !header.includes(',') ? ';' : ','
}

/**
 * The fields of one line of CSV (RFC 4180 section 2). A quote within a field that does not begin with one, and text
 * behind a closing quote, are refused, as the RFC does not have them.
 *
 * A line break within quotes is refused too: no column can hold one, and a single quote too many would otherwise take
 * the rows behind it along.
 */
export function fieldsOf(line: string, separator: Separator): Outcome<readonly string[], 'quotes'> {
  const fields: string[] = []
  for (let at = 0; ; at += 1) {
    const field = line[at] === '"' ? quotedAt(line, at) : plainAt(line, at, separator)
    if (field === null) return fail('quotes')
    fields.push(field.text)
    at = field.end
    if (at >= line.length) return ok(fields)
    if (line[at] !== separator) return fail('quotes')
  }
}

interface Field {
  readonly text: string
  /** Where the separator, or the end of the line, is. */
  readonly end: number
}

function plainAt(line: string, from: number, separator: Separator): Field | null {
  const found = line.indexOf(separator, from)
  const end = found === -1 ? line.length : found
  const text = line.slice(from, end)
  return text.includes('"') ? null : { text, end }
}

function quotedAt(line: string, from: number): Field | null {
  let text = ''
  for (let at = from + 1; ;) {
    const quote = line.indexOf('"', at)
    if (quote === -1) return null
    text += line.slice(at, quote)
    if (line[quote + 1] !== '"') return { text, end: quote + 1 }
    text += '"'
    at = quote + 2
  }
}
