import { constants, type Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'

/** Why a file is not read. `special`: a pipe, a socket or a device. */
export type ReadProblem = 'absent' | 'denied' | 'folder' | 'special' | 'too-big' | 'unreadable'

/** How a reason to leave a file alone is called in the list of codes. */
export const READ_PROBLEM_CODES = {
  absent: 'FILE_MISSING',
  denied: 'FILE_DENIED',
  folder: 'FILE_UNSAFE',
  special: 'FILE_UNSAFE',
  'too-big': 'FILE_TOO_BIG',
  unreadable: 'FILE_DENIED',
} as const satisfies Record<ReadProblem, `FILE_${string}`>

export interface PlainFile {
  readonly content: Buffer
  /** Of the very file that was read. */
  readonly stats: Stats
}

/**
 * SECURITY: a pipe without a writer would be waited for without end, and a terminal would become that of this process;
 * Windows has neither flag, and needs neither.
 */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)
const CHUNK = 64 * 1024

/**
 * Opens a file that a user named or that another program may have put in the place of ours: a plain file only, by what
 * was opened and not by what had that name before.
 */
export async function openPlainFile(
  path: string,
): Promise<Outcome<{ readonly file: FileHandle; readonly stats: Stats }, ReadProblem>> {
  let file: FileHandle
  try {
    file = await open(path, FLAGS)
  } catch (error) {
    return fail(readProblem(error))
  }
  try {
    const stats = await file.stat()
    if (stats.isFile()) return ok({ file, stats })
    await file.close()
    return fail(stats.isDirectory() ? 'folder' : 'special')
  } catch (error) {
    await file.close().catch(() => {})
    return fail(readProblem(error))
  }
}

/**
 * Reads no more of a plain file than the limit: what a file says of its size is not asked, because one may grow while
 * it is read, and those of /proc say 0.
 * @param beyond what becomes of a file that is longer than the limit
 */
export async function readPlainFile(
  path: string,
  { limit, beyond }: { readonly limit: number; readonly beyond: 'refuse' | 'cut' },
): Promise<Outcome<PlainFile, ReadProblem>> {
  const opened = await openPlainFile(path)
  if (!opened.ok) return opened
  const { file, stats } = opened.value
  try {
    const content = await readUpTo(file, limit + 1)
    if (content.length <= limit) return ok({ content, stats })
    return beyond === 'cut' ? ok({ content: content.subarray(0, limit), stats }) : fail('too-big')
  } catch (error) {
    return fail(readProblem(error))
  } finally {
    await file.close()
  }
}

async function readUpTo(file: FileHandle, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for (let size = 0; size < most;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(CHUNK, most - size)))
    if (bytesRead === 0) break
    chunks.push(buffer.subarray(0, bytesRead))
    size += bytesRead
  }
  return Buffer.concat(chunks)
}

export function readProblem(error: unknown): ReadProblem {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'absent'
    case 'EACCES':
    case 'EPERM':
      return 'denied'
    case 'EISDIR':
      return 'folder'
    // A socket cannot be opened; a device may have nothing behind it.
    case 'ENXIO':
    case 'ENODEV':
      return 'special'
    default:
      return 'unreadable'
  }
}
