import { lstat, mkdir, open, readdir, rename, rm, rmdir, unlink, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, type FileProblem } from '#engine/files/atomic-write.ts'
import { fateOf, newProcessName } from '#engine/files/process-name.ts'
import { sweepTemporaries, temporaryBeside } from '#engine/files/temporary-file.ts'

const WAIT_MS = 3_000
const POLL_MS = 10
/** Those who wait together ask at different moments. */
const POLL_SPREAD_MS = 20
/** How often the owner of a lock shows that it is still at work. */
const BEAT_MS = 250
/** An owner that cannot be asked about, and has not shown itself for so long, is gone. */
const SILENCE_MS = 2_000

/**
 * Lets one process at a time through: the window, the browser host and a terminal may all be open.
 *
 * The lock is a folder with one entry, which is named after its owner. It is made beside its place and moved there:
 * a rename puts it there whole or not at all, and never over a folder that is not empty (POSIX `rename`; Windows
 * moves no folder over another). Links would do the same, but some file systems have none (FAT, some network drives).
 *
 * A lock whose owner has ended, one without an owner, and anything else in its place is taken over at once. However
 * many do that at the same time, none can take away a fresh lock: what is removed is an entry of a name that no other
 * lock will ever have, an empty folder, or something that is no folder. A folder within, which no owner makes, is moved
 * aside where it holds something: what that is was not made by Mailwright, and is not removed.
 */
export async function withFileLock<T, E>(
  path: string,
  work: () => Promise<Outcome<T, E>>,
): Promise<Outcome<T, E | FileProblem>> {
  const owner = await newProcessName()
  const taken = await take(path, owner)
  if (!taken.ok) return taken
  const entry = join(path, owner)
  const beat = setInterval(() => void showLife(entry), BEAT_MS)
  beat.unref()
  try {
    await sweepTemporaries(dirname(path))
    return await work()
  } finally {
    clearInterval(beat)
    await unlink(entry).catch(() => {})
    await rmdir(path).catch(() => {})
  }
}

async function showLife(entry: string): Promise<void> {
  const now = new Date()
  await utimes(entry, now, now).catch(() => {})
}

async function take(path: string, owner: string): Promise<Outcome<null, FileProblem>> {
  const made = await temporaryBeside(path)
  try {
    await mkdir(made, { mode: 0o700 })
    await (await open(join(made, owner), 'wx', 0o600)).close()
    return await moveInto(path, made)
  } catch (error) {
    return fail(fileProblem(error))
  } finally {
    await rm(made, { recursive: true, force: true }).catch(() => {})
  }
}

async function moveInto(path: string, made: string): Promise<Outcome<null, FileProblem>> {
  const giveUpAt = performance.now() + WAIT_MS
  const watch: Watch = new Map()
  for (;;) {
    try {
      await rename(made, path)
      return ok(null)
    } catch (error) {
      if (!isTaken(error)) return fail(fileProblem(error))
    }
    const way = await clearLeftBehind(path, watch)
    if (performance.now() > giveUpAt) return fail(way === 'stuck' ? 'FILE_UNSAFE' : 'FILE_BUSY')
    if (way !== 'cleared') await delay(POLL_MS + Math.random() * POLL_SPREAD_MS)
  }
}

/** Windows says of a folder in the way, and of one that a virus scanner looks at, what others say of a lack of rights. */
function isTaken(error: unknown): boolean {
  const code = errorCode(error)
  if (process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code)) return true
  return ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(code)
}

/** When the owners that cannot be asked about were last seen to do something, by the clock of this process. */
type Watch = Map<string, { readonly beat: number; readonly since: number }>

/**
 * @returns `cleared`: something was in the way that is not any more. `held`: another process is at work, or was a moment
 *   ago. `stuck`: what is in the way belongs to none and cannot be taken away
 */
async function clearLeftBehind(path: string, watch: Watch): Promise<'cleared' | 'held' | 'stuck'> {
  try {
    if (!(await lstat(path)).isDirectory()) {
      // An older program's lock or anything else. A folder that took its place in between is not removed by this.
      await unlink(path)
      return 'cleared'
    }
    for (const name of await readdir(path)) {
      const entry = join(path, name)
      if ((await lstat(entry)).isDirectory()) await clearFolder(entry, path)
      else if (await isLeftBehind(entry, watch)) await unlink(entry)
      else return 'held'
    }
    await rmdir(path)
    return 'cleared'
  } catch (error) {
    // Another process was quicker, or has taken its place already.
    return ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error)) ? 'held' : 'stuck'
  }
}

async function clearFolder(folder: string, lock: string): Promise<void> {
  try {
    await rmdir(folder)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error
    await rename(folder, `${lock}.aside-${await newProcessName()}`)
  }
}

async function isLeftBehind(entry: string, watch: Watch): Promise<boolean> {
  const fate = await fateOf(basename(entry))
  if (fate !== 'unsure') return fate === 'ended'
  const beat = await beatOf(entry)
  const seen = watch.get(entry)
  if (seen?.beat === beat) return performance.now() - seen.since > SILENCE_MS
  watch.set(entry, { beat, since: performance.now() })
  return false
}

/** A file that is opened is asked for anew even where a network drive keeps what it has heard. */
async function beatOf(entry: string): Promise<number> {
  const file = await open(entry, 'r')
  try {
    return (await file.stat()).mtimeMs
  } finally {
    await file.close()
  }
}
