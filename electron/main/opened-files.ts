import { basename, isAbsolute, resolve } from 'node:path'
import { REPORT_ENDING, type OpenedFile } from '#shared/contract/opened-file.ts'
import { MAX_REPORT } from '#shared/report/read-report.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'

export const POLICY_ENDING = 'mailwright-policy'

/** A file that the user opened with Mailwright, by its ending. */
export interface FileToOpen {
  readonly kind: 'report' | 'policy'
  readonly path: string
}

/**
 * The one file that a command line asks to open, `null` for none. SECURITY: any process can start us with any words.
 * A switch is no file, and a path to another computer is not followed: Windows would sign in there.
 * @param folder what a relative path starts from
 */
export function fileToOpen(args: readonly string[], folder: string): FileToOpen | null {
  for (const arg of args) {
    if (arg.startsWith('-') || /^[\\/]{2}/.test(arg) || /^[a-z][a-z\d+.-]+:/i.test(arg)) continue
    const path = isAbsolute(arg) ? arg : resolve(folder, arg)
    if (arg.endsWith(`.${REPORT_ENDING}`)) return { kind: 'report', path }
    if (arg.endsWith(`.${POLICY_ENDING}`)) return { kind: 'policy', path }
  }
  return null
}

/** Reads a report as a page reads one that is dropped on it: no more than a report may have. */
export async function readOpened(path: string): Promise<OpenedFile> {
  const read = await readPlainFile(path, { limit: MAX_REPORT, beyond: 'refuse' })
  return { name: basename(path), text: read.ok ? read.value.content.toString('utf8') : null }
}

/** The reports that wait for a page. Only the latest counts: the page shows one. */
export class OpenedReports {
  #latest: OpenedFile | null = null
  #wake: (() => void) | null = null

  add(report: OpenedFile): void {
    this.#latest = report
    this.#wake?.()
  }

  /** Each report as it comes, until the signal ends it. */
  async *follow(signal: AbortSignal): AsyncGenerator<OpenedFile> {
    while (!signal.aborted) {
      const report = this.#latest
      this.#latest = null
      if (report !== null) yield report
      else await this.#next(signal)
    }
  }

  #next(signal: AbortSignal): Promise<void> {
    return new Promise((wake) => {
      this.#wake = wake
      signal.addEventListener('abort', () => wake(), { once: true })
    })
  }
}
