import { RowReader, type ReadRow, type RowFormat } from '#shared/batch/row-reader.ts'
import { openPlainText } from '#engine/files/plain-text.ts'
import type { ReadProblem } from '#engine/files/plain-file.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readProblemText } from '#cli/named-file.ts'

/**
 * The rows of a file as they stand in it, a part of the file at a time.
 * @throws UsageError where it cannot be read, or does not say what its columns are
 */
export async function* rowsOf(path: string, format: RowFormat): AsyncGenerator<ReadRow> {
  const opened = await openPlainText(path)
  if (!opened.ok) throw unreadable(path, opened.error)
  const text = opened.value
  const reader = new RowReader(format)
  try {
    for (let hasEnded = false; !hasEnded;) {
      const part = await text.next()
      if (!part.ok) throw unreadable(path, part.error)
      hasEnded = part.value === null
      yield* part.value === null ? reader.end() : reader.take(part.value)
      if (reader.state === 'no-header') throw new UsageError('cli.batch.no-header', { file: path })
    }
  } finally {
    await text.close()
  }
}

function unreadable(file: string, problem: ReadProblem): UsageError {
  return new UsageError('cli.read-file', { file, reason: readProblemText(problem) })
}

/**
 * How many rows there are, so that the time that is left can be told, and that a file which is none ends before it
 * begins.
 * @throws UsageError as `rowsOf`, and for a file without a row
 */
export async function countRows(path: string, format: RowFormat): Promise<number> {
  let count = 0
  for await (const row of rowsOf(path, format)) count += row.line > 0 ? 1 : 0
  if (count === 0) throw new UsageError('cli.batch.no-rows', { file: path })
  return count
}
