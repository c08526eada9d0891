import { lstat, open, rm, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, type FileProblem } from '#engine/files/atomic-write.ts'

export type NewFileProblem = FileProblem | 'FILE_EXISTS'

/** Whether something of this name is there already, a link included. */
export async function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/**
 * Writes a file that must not exist yet, readable by its owner alone. A link in its place is not followed. Whatever
 * goes wrong half-way, nothing is left behind.
 */
export async function writeNewFile(path: string, content: string): Promise<Outcome<null, NewFileProblem>> {
  const opened = await openNew(path)
  if (!opened.ok) return opened
  const file = opened.value
  try {
    await file.writeFile(content, 'utf8')
    await file.sync()
    return ok(null)
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    return fail(fileProblem(error))
  } finally {
    await file.close()
  }
}

async function openNew(path: string): Promise<Outcome<FileHandle, NewFileProblem>> {
  try {
    return ok(await open(path, 'wx', 0o600))
  } catch (error) {
    return fail(errorCode(error) === 'EEXIST' ? 'FILE_EXISTS' : fileProblem(error))
  }
}
