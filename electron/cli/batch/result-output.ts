import { once } from 'node:events'
import { readResultLine, type ResultLine } from '#shared/batch/result-line.ts'
import { identityKey } from '#shared/batch/row.ts'
import { SummaryCount } from '#shared/batch/summary.ts'
import type { UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { withLineFile, type LineFile, type LineFileProblem } from '#engine/files/line-file.ts'
import type { BatchOptions } from '#cli/batch/batch-options.ts'
import { LINE_BEGINNING } from '#cli/batch/written-line.ts'
import type { Invocation } from '#cli/command.ts'
import { BrokenError, UsageError } from '#cli/exit-status.ts'
import { inertJson, inertLine } from '#cli/output/inert.ts'
import { placeProblemText } from '#cli/place-problem.ts'
import type { Terminal } from '#cli/terminal.ts'

/** What an earlier run has done, and what comes of this one. */
export interface ResultOutput {
  readonly summary: SummaryCount
  /** Rows that an earlier run has done, so often. */
  readonly done: ReadonlyMap<string, number>
  readonly doneBefore: number
  /** @throws BrokenError where the line cannot be written: what comes after it could not be either */
  readonly write: (line: ResultLine) => Promise<void>
}

/**
 * Opens the place where results go, and closes it when the work is done.
 * @param hear is told every line, also those that an earlier run has written
 * @throws UsageError where nothing can be written there
 */
export async function withResults<T>(
  { out, mode }: Pick<BatchOptions, 'out' | 'mode'>,
  invocation: Invocation,
  hear: (line: ResultLine) => void,
  work: (output: ResultOutput) => Promise<T>,
): Promise<T> {
  const summary = new SummaryCount()
  const done = new Map<string, number>()
  let doneBefore = 0
  const onLine = (text: string) => {
    const result = readResultLine(text)
    if (result === null) return 'foreign'
    const key = result.row === null ? wrongRowKey(result.line) : identityKey(result.row)
    done.set(key, (done.get(key) ?? 0) + 1)
    doneBefore += 1
    summary.add(result)
    hear(result)
    return 'own'
  }
  const begin = (write: (text: string) => Promise<void>) =>
    work({
      summary,
      done,
      doneBefore,
      write: async (line) => {
        await write(inertJson(line))
        summary.add(line)
        hear(line)
      },
    })
  if (out === null) return begin((text) => writeOut(invocation.terminal, text))
  const written = await withLineFile(out, { mode, onLine, beginning: LINE_BEGINNING }, (file) =>
    begin(inTurn((text) => writeTo(file, out, text))),
  )
  if (written.ok) return written.value
  const { key, values } = outProblemText(out, written.error)
  throw new UsageError(key, values)
}

/** A wrong row has nothing else to be known by. */
export function wrongRowKey(line: number): string {
  return `#${line}`
}

/** Why no results go to the file that `--out` names. */
export function outProblemText(
  out: string,
  problem: LineFileProblem,
): Pick<Required<UntranslatedText>, 'key' | 'values'> {
  if (problem !== 'foreign' && problem !== 'exists') return placeProblemText('--out', out, problem)
  const reason = {
    key: problem === 'foreign' ? 'cli.batch.foreign' : 'cli.batch.exists',
    code: problem === 'foreign' ? 'FILE_UNSAFE' : 'FILE_EXISTS',
  } as const
  return { key: 'cli.place', values: { option: '--out', file: inertLine(out), reason } }
}

/** @throws BrokenError where it cannot be written */
export async function writeTo(file: LineFile, out: string, text: string): Promise<void> {
  const appended = await file.append(text)
  if (appended.ok) return
  const { key, values } = placeProblemText('--out', out, appended.error)
  throw new BrokenError(key, values)
}

/** A reader that is slow holds up the tests, and not the memory. */
export async function writeOut({ results }: Terminal, text: string): Promise<void> {
  if (!results.write(`${text}\n`)) await once(results, 'drain')
}

/** One after the other: lines of a file do not mix. What failed once fails from then on. */
function inTurn(write: (text: string) => Promise<void>): (text: string) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (text) => {
    last = last.then(() => write(text))
    return last
  }
}
