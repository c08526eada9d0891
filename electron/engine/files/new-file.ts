import { access, constants, lstat, open, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { newProcessName } from '#engine/files/process-name.ts'

/** What is wrong with the place that the user named for a new file. */
export type PlaceProblem = 'exists' | 'folder' | 'no-folder' | 'denied' | 'full' | 'busy' | 'name' | 'failed'

/** How a reason not to write is called in the list of codes. */
export const PLACE_PROBLEM_CODES = {
  exists: 'FILE_EXISTS',
  folder: 'FILE_UNSAFE',
  'no-folder': 'FILE_MISSING',
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
 * goes wrong half-way, nothing is left behind.
 */
export async function writeNewFile(path: string, content: string): Promise<Outcome<null, PlaceProblem>> {
  const opened = await openNew(path)
  if (!opened.ok) return opened
  const file = opened.value
  try {
    await file.writeFile(content, 'utf8')
    await file.sync()
    return ok(null)
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    return fail(placeProblem(error))
  } finally {
    await file.close()
  }
}

async function openNew(path: string): Promise<Outcome<FileHandle, PlaceProblem>> {
  const problem = await problemOfPlace(path)
  if (problem !== null) return fail(problem)
  try {
    return ok(await open(path, 'wx', 0o600))
  } catch (error) {
    return fail(placeProblem(error))
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

function placeProblem(error: unknown): PlaceProblem {
  return PROBLEMS[errorCode(error)] ?? 'failed'
}
