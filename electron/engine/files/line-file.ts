import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { LineReader } from '#shared/batch/lines.ts'
import type { PlaceProblem } from '#shared/domain/place-problem.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { placeProblem, problemOfPlace } from '#engine/files/new-file.ts'

/** `foreign`: there is something in it that this program has not written, and nothing of it was changed. */
export type LineFileProblem = PlaceProblem | 'foreign'

/** A file that grows by whole lines. */
export interface LineFile {
  /** Resolves when the system has the line: the end of this process does not take it back. */
  readonly append: (line: string) => Promise<Outcome<null, PlaceProblem>>
}

export interface LineFilePlan {
  /** `new`: it must not exist yet. `go-on`: what is there is read first. */
  readonly mode: 'new' | 'go-on'
  /** Told each line that is there; `foreign` leaves the file as it is. */
  readonly onLine: (text: string) => 'own' | 'foreign'
  /** How every line begins, so that the beginning of one is known as such. */
  readonly beginning: string
}

/**
 * Opens a file for one process to add lines to, and closes it when the work is done, on disk. A link in its place is not
 * followed; what is made is readable by its owner alone. A last line without its end was being written when a process
 * was killed: it is taken away, and what it was about is done again.
 */
export async function withLineFile<T>(
  path: string,
  plan: LineFilePlan,
  work: (file: LineFile) => Promise<T>,
): Promise<Outcome<T, LineFileProblem>> {
  const problem = await problemOfPlace(path)
  if (problem !== null && !(problem === 'exists' && plan.mode === 'go-on')) return fail(problem)
  const done = await withFileLock<T, LineFileProblem>(`${path}.lock`, async () => {
    const opened = await openLines(path, plan, problem === null ? 'new' : 'go-on')
    if (!opened.ok) return opened
    const file = opened.value
    try {
      return ok(await work({ append: (line) => append(file, line) }))
    } finally {
      await file.sync().catch(() => {})
      await file.close()
    }
  })
  return done.ok ? done : fail(asPlaceProblem(done.error))
}

function asPlaceProblem(error: LineFileProblem | `FILE_${string}`): LineFileProblem {
  switch (error) {
    case 'FILE_BUSY':
      return 'busy'
    case 'FILE_FULL':
      return 'full'
    case 'FILE_DENIED':
      return 'denied'
    case 'FILE_UNSAFE':
      return 'special'
    default:
      return error.startsWith('FILE_') ? 'failed' : (error as LineFileProblem)
  }
}

const GOING_ON =
  constants.O_RDWR |
  constants.O_APPEND |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0) |
  (constants.O_NOCTTY ?? 0)

async function openLines(
  path: string,
  plan: LineFilePlan,
  mode: LineFilePlan['mode'],
): Promise<Outcome<FileHandle, LineFileProblem>> {
  try {
    if (mode === 'new') return ok(await open(path, 'ax', 0o600))
    const file = await open(path, GOING_ON)
    const state = await readThrough(file, plan)
    if (state === 'own') return ok(file)
    await file.close()
    return fail(state)
  } catch (error) {
    return fail(errorCode(error) === 'ELOOP' ? 'special' : placeProblem(error))
  }
}

const CHUNK = 64 * 1_024

async function readThrough(file: FileHandle, plan: LineFilePlan): Promise<'own' | 'foreign' | 'special'> {
  if (!(await file.stat()).isFile()) return 'special'
  const lines = new LineReader()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let wholeLines = 0
  for (let position = 0; ;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, position)
    if (bytesRead === 0) break
    const octets = buffer.subarray(0, bytesRead)
    const end = octets.lastIndexOf('\n')
    if (end !== -1) wholeLines = position + end + 1
    position += bytesRead
    const read = lines.take(decoder.decode(octets, { stream: true }))
    if (read.some(({ text }) => text === null || plan.onLine(text) === 'foreign')) return 'foreign'
  }
  const torn = lines.end()
  if (torn === null) return 'own'
  // SECURITY: only what this program has begun to write is taken away.
  if (torn.text === null || !isBeginningOf(torn.text, plan.beginning)) return 'foreign'
  await file.truncate(wholeLines)
  return 'own'
}

function isBeginningOf(text: string, beginning: string): boolean {
  return text.startsWith(beginning) || (text !== '' && beginning.startsWith(text))
}

async function append(file: FileHandle, line: string): Promise<Outcome<null, PlaceProblem>> {
  try {
    await file.appendFile(`${line}\n`, 'utf8')
    return ok(null)
  } catch (error) {
    return fail(placeProblem(error))
  }
}
