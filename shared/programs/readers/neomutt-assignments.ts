import { textLines } from '#shared/programs/text-lines.ts'

/** A variable of NeoMutt that a line sets, and where its value stands, with its quotes; nowhere where the word alone says it. */
export interface NeomuttAssignment {
  readonly name: string
  readonly value: string
  readonly valueStart: number
  readonly valueEnd: number
}

/** `include`: another file is read at this place; what it says goes before what stands above. */
export type NeomuttLine =
  | { readonly kind: 'include'; readonly start: number }
  | ({ readonly kind: 'assignment'; readonly start: number } & NeomuttAssignment)

/** What the lines set, in their order. A line that ends with a backslash goes on in the next one. */
export function neomuttLines(text: string): readonly NeomuttLine[] {
  // As many blanks as were there, so that every place is that of the text itself.
  const joined = text.replaceAll(/\\\r?\n/g, (ending) => ' '.repeat(ending.length))
  return textLines(joined).flatMap(({ text: line, start }): readonly NeomuttLine[] => {
    const [, lead = '', command = '', rest = ''] = /^(\uFEFF?\s*)(\S+)(.*)$/s.exec(line) ?? []
    const at = start + lead.length + command.length
    if (command === 'source') return [{ kind: 'include', start }]
    if (command === 'set') return assignments(rest, at).map((one) => ({ kind: 'assignment', start, ...one }))
    if (command !== 'unset') return []
    return [...rest.matchAll(/[^\s"']+/g)].map(({ 0: name, index }) => ({
      kind: 'assignment',
      start,
      name,
      value: 'no',
      valueStart: at + index + name.length,
      valueEnd: at + index + name.length,
    }))
  })
}

/** Several on one line; `set noname` says no, and `set name` yes. */
function assignments(line: string, offset: number): readonly NeomuttAssignment[] {
  const found: NeomuttAssignment[] = []
  for (let at = 0; at < line.length;) {
    if (/[\s;]/.test(line[at] ?? '')) {
      at += 1
      continue
    }
    if (line[at] === '#') break
    const read = assignmentAt(line, at)
    if (read === null) break
    const { name, value, start, end } = read
    found.push({ name, value, valueStart: offset + start, valueEnd: offset + end })
    at = end
  }
  return found
}

interface ReadAssignment {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

function assignmentAt(line: string, start: number): ReadAssignment | null {
  const [whole = '', name = ''] = /^([a-z_]\w{0,60})\s*/i.exec(line.slice(start, start + 80)) ?? []
  if (name === '') return null
  const at = start + whole.length
  if (line[at] !== '=') {
    const [, denied] = /^no(ssl_\w+)$/.exec(name) ?? []
    return { name: denied ?? name, value: denied === undefined ? 'yes' : 'no', start: at, end: at }
  }
  const blanks = /^\s*/.exec(line.slice(at + 1, at + 100))?.[0].length ?? 0
  return { name, start: at + 1 + blanks, ...valueAt(line, at + 1 + blanks) }
}

/** Pieces in quotes and without, one behind the other: `'it'\''s'`. */
function valueAt(line: string, start: number): { readonly value: string; readonly end: number } {
  const parts: string[] = []
  let at = start
  while (at < line.length && !/[\s;#]/.test(line[at] ?? '')) {
    const quote = line[at]
    if (quote === "'" || quote === '"') {
      const close = line.indexOf(quote, at + 1)
      const end = close === -1 ? line.length : close
      parts.push(line.slice(at + 1, end))
      at = end + 1
    } else if (quote === '\\') {
      parts.push(line[at + 1] ?? '')
      at += 2
    } else {
      parts.push(quote ?? '')
      at += 1
    }
  }
  return { value: parts.join(''), end: at }
}
