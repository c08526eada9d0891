import { lstat, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { temporaryBeside } from '#engine/files/temporary-file.ts'

export type FileProblem = 'FILE_DENIED' | 'FILE_FULL' | 'FILE_UNSAFE' | 'FILE_BUSY' | 'FILE_TOO_BIG'

/** Virus scanners hold fresh files on Windows for a moment (npm/write-file-atomic#227). */
const RENAME_RETRIES_MS = [20, 50, 100, 200, 400]

/** Readable by its owner alone. */
const OWNER_ONLY = 0o600

/** What a file that replaces another one takes over from it. */
export interface FileRights {
  readonly mode: number
  /** `null`: that of this process. */
  readonly group: number | null
}

/**
 * Replaces a file with new content so that whatever happens the file is either the old one or the complete new one.
 * Readable by its owner alone, unless there are rights to keep. A link or anything but a plain file in its place is
 * refused, not followed.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  rights: FileRights = { mode: OWNER_ONLY, group: null },
): Promise<Outcome<null, FileProblem>> {
  const temporary = await temporaryBeside(path)
  try {
    if (!(await isPlainFileOrAbsent(path))) return fail('FILE_UNSAFE')
    await writeDurably(temporary, content, rights)
    await renameWithRetry(temporary, path)
    await flushDirectory(dirname(path))
    return ok(null)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    return fail(fileProblem(error))
  }
}

async function writeDurably(path: string, content: string | Uint8Array, rights: FileRights): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY)
  try {
    await giveRights(file, rights)
    await file.writeFile(content, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** @throws where the group is lost and has other rights than everyone: whom it was for could not read it any more */
async function giveRights(file: FileHandle, { mode, group }: FileRights): Promise<void> {
  const isForGroup = ((mode >> 3) & 7) !== (mode & 7)
  if (group !== null && (await file.stat()).gid !== group)
    await file.chown(-1, group).catch((error: unknown) => {
      if (isForGroup) throw error
    })
  if (mode !== OWNER_ONLY) await file.chmod(mode)
}

async function renameWithRetry(from: string, to: string): Promise<void> {
  for (const waitMs of RENAME_RETRIES_MS) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!isHeldByOthers(error)) throw error
      await delay(waitMs)
    }
  }
  await rename(from, to)
}

/** A rename is on disk only when its directory is; Windows has no way to ask for that. */
async function flushDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

async function isPlainFileOrAbsent(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true
    throw error
  }
}

function isHeldByOthers(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error)) && process.platform === 'win32'
}

/** What a file system error means to the person in front of it. */
export function fileProblem(error: unknown): FileProblem {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'FILE_FULL'
    case 'EBUSY':
    case 'EEXIST':
      return 'FILE_BUSY'
    default:
      return 'FILE_DENIED'
  }
}
