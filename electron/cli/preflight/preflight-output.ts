import { PREFLIGHT_BEGINNING, type PreflightLine } from '#shared/preflight/preflight-line.ts'
import { readPreflightLine } from '#shared/preflight/read-line.ts'
import { PreflightCount } from '#shared/preflight/summary.ts'
import { withLineFile } from '#engine/files/line-file.ts'
import { outProblemText, writeOut, writeTo } from '#cli/batch/result-output.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { PreflightOptions } from '#cli/preflight/preflight-options.ts'
import { sheetIn } from '#cli/preflight/sheet.ts'
import type { ListItem } from '#cli/preflight/list-source.ts'

export interface PreflightOutput {
  readonly count: PreflightCount
  /** What an earlier run has written, by `keyOf`. */
  readonly done: ReadonlySet<string>
  readonly write: (line: PreflightLine) => Promise<void>
}

/** How an item is known in a file of results. */
export function keyOf(item: ListItem): string {
  return item.kind === 'domain' ? item.listed.domain.ascii : `#${item.line}`
}

/**
 * Opens the place where the lines go, with what stands before and behind them, and closes it when the work is done.
 * @throws UsageError where nothing can be written there
 */
export async function withPreflightOutput<T>(
  { out, mode, format }: PreflightOptions,
  invocation: Invocation,
  work: (output: PreflightOutput) => Promise<T>,
): Promise<T> {
  const count = new PreflightCount()
  const done = new Set<string>()
  const sheet = sheetIn(format, invocation.translator)
  const writeAll = async (write: (text: string) => Promise<void>) => {
    for (const text of sheet.head) await write(text)
    const value = await work({
      count,
      done,
      write: async (line) => {
        await write(sheet.line(line))
        count.add(line)
      },
    })
    for (const text of sheet.tail(count.summary())) await write(text)
    return value
  }
  if (out === null) return writeAll((text) => writeOut(invocation.terminal, text))
  const onLine = (text: string) => {
    const line = readPreflightLine(text)
    if (line === null) return 'foreign'
    done.add(line.domain ?? `#${line.line}`)
    count.add(line)
    return 'own'
  }
  const written = await withLineFile(out, { mode, onLine, beginning: PREFLIGHT_BEGINNING }, (file) =>
    writeAll((text) => writeTo(file, out, text)),
  )
  if (written.ok) return written.value
  const { key, values } = outProblemText(out, written.error)
  throw new UsageError(key, values)
}
