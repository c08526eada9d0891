import { open, readFile, rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fail, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, type FileProblem } from '#engine/files/atomic-write.ts'

const WAIT_MS = 2_000
const POLL_MS = 25

/**
 * Lets one process at a time through: the window, the browser host and a terminal may all be open. A lock whose
 * owner no longer runs is taken over.
 */
export async function withFileLock<T, E>(
  path: string,
  work: () => Promise<Outcome<T, E>>,
): Promise<Outcome<T, E | FileProblem>> {
  const giveUpAt = performance.now() + WAIT_MS
  for (;;) {
    const taken = await take(path)
    if (taken === 'taken') break
    if (taken !== 'held') return fail(taken)
    if (performance.now() > giveUpAt) return fail('FILE_BUSY')
    await delay(POLL_MS)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<'taken' | 'held' | FileProblem> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(String(process.pid))
    } finally {
      await file.close()
    }
    return 'taken'
  } catch (error) {
    const problem = fileProblem(error)
    if (problem !== 'FILE_BUSY') return problem
    if (await isStale(path)) await rm(path, { force: true })
    return 'held'
  }
}

async function isStale(path: string): Promise<boolean> {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isInteger(owner) || owner <= 0) return false
  try {
    process.kill(owner, 0)
    return false
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
}
