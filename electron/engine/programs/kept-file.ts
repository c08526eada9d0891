import { createHash } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, writeFileAtomically, type FileRights } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { PLACE_PROBLEM_CODES, writeNewFile } from '#engine/files/new-file.ts'
import { READ_PROBLEM_CODES, readPlainFile } from '#engine/files/plain-file.ts'

/** Of people with many accounts and extensions `prefs.js` has one. */
const MOST_BYTES = 8 * 1_048_576
/** What a file has that is made where there was none: settings are for their owner alone. */
const OWN: FileRights = { mode: 0o600, group: null }
const PERMISSIONS = 0o777

/** The settings of another program, in one file. */
export interface SettingsOnDisk {
  /** Empty where the program has not written any yet. */
  readonly text: string
  readonly rights: FileRights
}

/** Whether the program has the file in its hands. Where it does not keep it, there is nothing to ask. */
export type IsClosed = () => Promise<Outcome<null, ProfileProblem>>

export interface KeptFile {
  readonly path: string
  readonly isClosed: IsClosed
}

/**
 * Reads the settings where they are a plain file of this user. A link is not followed: its place would be taken by a file.
 * One of another user would become a file of this one.
 */
export async function readOwnFile(path: string): Promise<Outcome<SettingsOnDisk, ProfileProblem>> {
  const place = await placeOf(path)
  if (place === 'absent') return ok({ text: '', rights: OWN })
  if (place !== 'own-file') return fail(place)
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'refuse' })
  if (!file.ok) return fail(READ_PROBLEM_CODES[file.error])
  const text = asText(file.value.content)
  const { mode, gid } = file.value.stats
  return text === null
    ? fail('PROFILE_DAMAGED')
    : ok({ text, rights: { mode: mode & PERMISSIONS, group: process.platform === 'win32' ? null : gid } })
}

async function placeOf(path: string): Promise<'own-file' | 'absent' | 'FILE_UNSAFE' | 'FILE_DENIED'> {
  try {
    const stats = await lstat(path)
    if (!stats.isFile()) return 'FILE_UNSAFE'
    return process.getuid === undefined || stats.uid === process.getuid() ? 'own-file' : 'FILE_DENIED'
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'absent' : 'FILE_DENIED'
  }
}

/** What is no UTF-8 would come back as something else. */
function asText(content: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return null
  }
}

/** Stands for texts, each of which counts. */
export function digestOf(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32)
}

/**
 * Writes new settings in place of those that were shown, once they are kept beside it in a file that is named after what is
 * written: as long as it is that, it can be taken back. Mailwright in another window waits.
 * @param draft what would be written, and what was read for it; called once nothing else of Mailwright writes there
 * @returns the name of the file beside it
 */
export function writeKept<E>(
  file: KeptFile,
  draft: () => Promise<Outcome<{ readonly before: SettingsOnDisk; readonly text: string }, E>>,
): Promise<Outcome<string, E | ProfileProblem>> {
  return alone(file, async (): Promise<Outcome<string, E | ProfileProblem>> => {
    const closed = await file.isClosed()
    if (!closed.ok) return closed
    const made = await draft()
    if (!made.ok) return made
    const { before, text } = made.value
    const backup = backupOf(file, text)
    const kept = await keepBackup(backup, before.text)
    if (!kept.ok) return kept
    const written = await replace(file, before, { text, rights: before.rights })
    if (written.ok) return ok(basename(backup))
    await rm(backup, { force: true }).catch(() => {})
    return written
  })
}

/** Puts back what was there before the latest writing, if nothing has been changed since. */
export function undoKept(file: KeptFile): Promise<Outcome<null, ProfileProblem>> {
  return alone(file, async () => {
    const closed = await file.isClosed()
    if (!closed.ok) return closed
    const now = await readOwnFile(file.path)
    if (!now.ok) return now
    const names = await readdir(dirname(file.path)).catch((): string[] => [])
    const backup = backupOf(file, now.value.text)
    if (!names.includes(basename(backup))) {
      const isAnother = names.some((name) => name.startsWith(beginning(file)))
      return fail(isAnother ? 'PROFILE_CHANGED' : 'PROFILE_NO_BACKUP')
    }
    const old = await readOwnFile(backup)
    if (!old.ok) return old
    const restored = await replace(file, now.value, { text: old.value.text, rights: now.value.rights })
    if (restored.ok) await rm(backup, { force: true }).catch(() => {})
    return restored
  })
}

/** The program may have been started since the first look: this one is as late as can be. No text: there was no file. */
async function replace(
  { path, isClosed }: KeptFile,
  before: SettingsOnDisk,
  { text, rights }: SettingsOnDisk,
): Promise<Outcome<null, ProfileProblem>> {
  const now = await readOwnFile(path)
  if (!now.ok) return now
  if (now.value.text !== before.text) return fail('PROFILE_CHANGED')
  const closed = await isClosed()
  if (!closed.ok) return closed
  return text === '' ? remove(path) : writeFileAtomically(path, text, rights)
}

async function remove(path: string): Promise<Outcome<null, ProfileProblem>> {
  try {
    await rm(path)
    return ok(null)
  } catch (error) {
    return fail(fileProblem(error))
  }
}

/** `prefs-before-mailwright-`, `.msmtprc-before-mailwright-`. */
function beginning({ path }: KeptFile): string {
  return `${basename(path, extname(path))}-before-mailwright-`
}

function backupOf(file: KeptFile, written: string): string {
  return join(dirname(file.path), `${beginning(file)}${digestOf(written)}${extname(file.path)}`)
}

/** One that is there already is of the same writing, which was taken back by hand. */
async function keepBackup(path: string, text: string): Promise<Outcome<null, ProfileProblem>> {
  const written = await writeNewFile(path, text)
  if (written.ok) return written
  const known = await readOwnFile(path)
  return written.error === 'exists' && known.ok && known.value.text === text
    ? ok(null)
    : fail(PLACE_PROBLEM_CODES[written.error])
}

function alone<T, E>({ path }: KeptFile, work: () => Promise<Outcome<T, E>>) {
  return withFileLock(join(dirname(path), '.mailwright.lock'), work)
}
