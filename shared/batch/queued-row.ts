import * as v from 'valibot'
import type { EndedAt } from '#shared/batch/ending.ts'
import { readResultLine, type ResultLine } from '#shared/batch/result-line.ts'
import { identityOf, parseRow, type BatchRow, type Columns } from '#shared/batch/row.ts'
import { formatSecretReference } from '#shared/batch/secret-reference.ts'

/**
 * A row in a queue that others can read: where its password is, and never what it is.
 */
export interface QueuedRow {
  /** The run it belongs to. */
  readonly run: string
  readonly line: number
  readonly columns: Columns
}

const text = v.pipe(v.string(), v.maxLength(65_536))

const queuedRow: v.GenericSchema<unknown, QueuedRow> = v.strictObject({
  run: text,
  line: v.number(),
  columns: v.strictObject({ address: text, user: text, secret: text, imap: text, pop3: text, smtp: text }),
})

export function queuedRowOf(run: string, row: BatchRow): QueuedRow {
  const columns = { ...identityOf(row), secret: formatSecretReference(row.secret) }
  return { run, line: row.line, columns }
}

/**
 * What a worker takes from the queue; `null` for what is no row.
 *
 * SECURITY: it is judged as a row of a file is. Who can write into the queue is not believed more than that.
 */
export function readQueuedRow(value: unknown): BatchRow | null {
  const parsed = v.safeParse(queuedRow, value)
  if (!parsed.success) return null
  const row = parseRow(parsed.output.line, parsed.output.columns)
  return row.ok ? row.value : null
}

/** The run that a job says it belongs to, `null` where it says none. */
export function runOf(value: unknown): string | null {
  const parsed = v.safeParse(queuedRow, value)
  return parsed.success ? parsed.output.run : null
}

/** What a worker gives back: a line, and what the test says about the servers. */
export interface QueuedResult<L extends ResultLine = ResultLine> {
  readonly result: L
  readonly endings: readonly EndedAt[]
}

const endings: v.GenericSchema<unknown, readonly EndedAt[]> = v.array(
  v.object({
    target: v.object({ host: v.string(), userName: v.string() }),
    ending: v.picklist(['good', 'refused', 'busy', 'other']),
  }),
)

/** The same as the batch takes it, about its own row whatever the worker says; `null` for what is no result. */
export function readQueuedResult(value: unknown, row: BatchRow): QueuedResult | null {
  const parsed = v.safeParse(v.object({ result: v.record(v.string(), v.unknown()), endings }), value)
  if (!parsed.success || readResultLine(JSON.stringify(parsed.output.result)) === null) return null
  const line = parsed.output.result as unknown as ResultLine
  // The file of results is known by how its lines begin.
  const beginning = { schema: 1, line: row.line } as const
  return {
    result: { ...beginning, ...line, line: row.line, row: identityOf(row) },
    endings: parsed.output.endings,
  }
}
