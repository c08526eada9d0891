import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fail, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, type FileProblem } from '#engine/files/atomic-write.ts'

const WAIT_MS = 2_000
const POLL_MS = 25
/**
 * What is done behind a lock takes milliseconds, or minutes where a keychain waits for its owner. One this old was left
 * by a process whose number another may have by now.
 */
const LEFT_BEHIND_MS = 600_000

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
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text !== null && (await isLeftBehind(path, text))) await removeLeftBehind(path, text)
    return 'held'
  }
}

async function isLeftBehind(path: string, text: string): Promise<boolean> {
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  return age > LEFT_BEHIND_MS || hasEnded(Number(text))
}

/** A lock without a number is one that is being made; whoever made it is taken to be alive. */
function hasEnded(owner: number): boolean {
  if (!Number.isInteger(owner) || owner <= 0) return false
  try {
    process.kill(owner, 0)
    return false
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
}

/**
 * Moves the lock away before it is removed, and looks once more at what was moved: two that find the same dead owner
 * must not remove each other's fresh lock. One that turns out to be somebody's is put back.
 */
async function removeLeftBehind(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8').catch(() => text)) !== text) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}
