import { fieldsOf, separatorOf, type Separator } from '#shared/batch/csv.ts'
import { LineReader, type NumberedLine } from '#shared/batch/lines.ts'
import {
  COLUMNS,
  invalidRow,
  parseRow,
  type BatchRow,
  type Column,
  type Columns,
  type RowFault,
} from '#shared/batch/row.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** `ndjson`: one JSON object a line, with the columns as its members. */
export type RowFormat = 'csv' | 'ndjson'

/** A line of the file that is meant as a row. */
export interface ReadRow {
  readonly line: number
  readonly row: Outcome<BatchRow, RowFault>
}

interface Header {
  readonly separator: Separator
  readonly columns: readonly Column[]
}

const REQUIRED: readonly Column[] = ['address', 'secret']

/**
 * Reads rows from text as it arrives, and keeps none. A wrong row is a row with its fault; a first line of CSV that does
 * not name the columns leaves nothing to go by, and ends it.
 */
export class RowReader {
  readonly #format: RowFormat
  readonly #lines = new LineReader()
  #header: Header | null = null
  #state: 'reading' | 'no-header' = 'reading'

  constructor(format: RowFormat) {
    this.#format = format
  }

  get state(): 'reading' | 'no-header' {
    return this.#state
  }

  take(chunk: string): readonly ReadRow[] {
    return this.#lines.take(chunk).flatMap((line) => this.#read(line))
  }

  /** What stands behind the last line end. */
  end(): readonly ReadRow[] {
    const last = this.#lines.end()
    const rows = last === null ? [] : this.#read(last)
    if (this.#format === 'csv' && this.#header === null) this.#state = 'no-header'
    return rows
  }

  #read({ line, text }: NumberedLine): readonly ReadRow[] {
    if (this.#state === 'no-header') return []
    if (this.#format === 'ndjson') {
      if (text?.trim() === '') return []
      return [{ line, row: text === null ? fail(invalidRow('long')) : jsonRow(line, text) }]
    }
    if (this.#header === null) {
      this.#header = headerIn(text ?? '')
      if (this.#header === null) this.#state = 'no-header'
      return []
    }
    if (text === null) return [{ line, row: fail(invalidRow('long')) }]
    // Spreadsheets leave rows of nothing but separators behind.
    if (text.replaceAll(this.#header.separator, '').trim() === '') return []
    return [{ line, row: csvRow(line, text, this.#header) }]
  }
}

/** Unknown names are refused: a column that is spelled otherwise would be left untested without a word. */
function headerIn(text: string): Header | null {
  const separator = separatorOf(text)
  const fields = fieldsOf(text, separator)
  if (!fields.ok) return null
  const names = fields.value.map((field) => field.trim().toLowerCase())
  const columns = names.flatMap((name) => COLUMNS.find((known) => known === name) ?? [])
  const isWhole = columns.length === names.length && new Set(columns).size === columns.length
  return isWhole && REQUIRED.every((name) => columns.includes(name)) ? { separator, columns } : null
}

const EMPTY: Columns = { address: '', user: '', secret: '', imap: '', pop3: '', smtp: '' }

function csvRow(line: number, text: string, { separator, columns }: Header): ReadRow['row'] {
  const fields = fieldsOf(text, separator)
  if (!fields.ok) return fail(invalidRow('quotes'))
  if (fields.value.length !== columns.length) return fail(invalidRow('columns'))
  const given = columns.map((name, index) => [name, fields.value[index] ?? ''] as const)
  return parseRow(line, { ...EMPTY, ...Object.fromEntries(given) })
}

function jsonRow(line: number, text: string): ReadRow['row'] {
  const value = parsed(text)
  if (!value.ok) return fail(invalidRow('json'))
  const members = typeof value.value === 'object' && value.value !== null ? Object.entries(value.value) : []
  const given = members.flatMap(([name, member]: readonly [string, unknown]) => {
    const column = COLUMNS.find((known) => known === name)
    return column === undefined || typeof member !== 'string' ? [] : [[column, member] as const]
  })
  if (members.length === 0 || given.length !== members.length) return fail(invalidRow('columns'))
  return parseRow(line, { ...EMPTY, ...Object.fromEntries(given) })
}

function parsed(text: string): Outcome<unknown, 'json'> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    return fail('json')
  }
}
