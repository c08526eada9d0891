import { access, constants, link, lstat, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PlaceProblem } from '#shared/domain/place-problem.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { sweepTemporaries, temporaryBeside } from '#engine/files/temporary-file.ts'

/** How a reason not to write is called in the list of codes. */
export const PLACE_PROBLEM_CODES = {
  exists: 'FILE_EXISTS',
  folder: 'FILE_UNSAFE',
  'no-folder': 'FILE_MISSING',
  special: 'FILE_UNSAFE',
  denied: 'FILE_DENIED',
  full: 'FILE_FULL',
  busy: 'FILE_BUSY',
  name: 'FILE_MISSING',
  failed: 'FILE_DENIED',
} as const satisfies Record<PlaceProblem, `FILE_${string}`>

/** Why nothing can be written there, as far as that can be told before; a link in its place is not followed. */
export async function problemOfPlace(path: string): Promise<PlaceProblem | null> {
  if (path === '') return 'name'
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'exists'
  } catch (error) {
    const problem = placeProblem(error)
    if (problem !== 'no-folder') return problem
  }
  if (/[/\\]$/.test(path)) return 'folder'
  try {
    if (!(await stat(dirname(path))).isDirectory()) return 'no-folder'
    await access(dirname(path), constants.W_OK | constants.X_OK)
  } catch (error) {
    return placeProblem(error)
  }
  return problemOfMaking(dirname(path))
}

/** Some folders say that they can be written and take no file at all, /proc for one. */
async function problemOfMaking(folder: string): Promise<PlaceProblem | null> {
  const trial = join(folder, `.mailwright.${await newProcessName()}.tmp`)
  try {
    await (await open(trial, 'wx', 0o600)).close()
    await rm(trial)
    return null
  } catch (error) {
    const problem = placeProblem(error)
    return problem === 'no-folder' || problem === 'name' ? 'denied' : problem
  }
}

/**
 * Writes a file that must not exist yet, readable by its owner alone. A link in its place is not followed. Whatever
 * goes wrong, a crash too, there is no file or the complete one (`giveName` tells of an exception). What a process that was killed had begun to write in
 * this folder goes.
 */
export async function writeNewFile(
  path: string,
  content: string | Uint8Array,
): Promise<Outcome<null, PlaceProblem>> {
  const problem = await problemOfPlace(path)
  if (problem !== null) return fail(problem)
  await sweepTemporaries(dirname(path))
  const temporary = await temporaryBeside(path)
  try {
    await writeDurably(temporary, content)
    await giveName(temporary, path)
    return ok(null)
  } catch (error) {
    return fail(placeProblem(error))
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

/**
 * As `writeNewFile`, in place of what the user said may go: a plain file, which is the old one or the complete new one.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
): Promise<Outcome<null, PlaceProblem>> {
  const problem = await problemOfPlace(path)
  if (problem === null) return writeNewFile(path, content)
  if (problem !== 'exists') return fail(problem)
  await sweepTemporaries(dirname(path))
  const written = await writeFileAtomically(path, content)
  return written.ok ? written : fail(REPLACING[written.error])
}

const REPLACING: Readonly<Record<FileProblem, PlaceProblem>> = {
  FILE_DENIED: 'denied',
  FILE_FULL: 'full',
  FILE_UNSAFE: 'special',
  FILE_BUSY: 'busy',
  FILE_TOO_BIG: 'failed',
}

/**
 * A rename would replace what another process has put there in the meantime; a second name for it cannot. Where files
 * have none, the name is taken first: whatever happens then, the file is empty or complete.
 */
async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    if (!WITHOUT_LINKS.has(errorCode(error))) throw error
    await (await open(path, 'wx', 0o600)).close()
    await moveOver(temporary, path)
  }
}

async function moveOver(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path)
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    throw error
  }
}

/** What file systems without second names answer (FAT, some network drives). */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content, 'utf8')
    await file.sync()
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
}

const PROBLEMS: Readonly<Record<string, PlaceProblem>> = {
  EEXIST: 'exists',
  EISDIR: 'folder',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EBUSY: 'busy',
  ENAMETOOLONG: 'name',
  EINVAL: 'name',
  ERR_INVALID_ARG_VALUE: 'name',
}

export function placeProblem(error: unknown): PlaceProblem {
  return PROBLEMS[errorCode(error)] ?? 'failed'
}
