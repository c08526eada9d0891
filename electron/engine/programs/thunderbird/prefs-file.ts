import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'
import { errorCode } from '#engine/error-code.ts'
import { READ_PROBLEM_CODES, readPlainFile } from '#engine/files/plain-file.ts'

/** Of people with many accounts and extensions it has one. */
const MOST_BYTES = 8 * 1_048_576
/** What a file has that is made where there was none: `prefs.js` is for its owner alone. */
const OWN_MODE = 0o600
const PERMISSIONS = 0o777

export interface PrefsOnDisk {
  /** Empty where the program has not written any yet. */
  readonly text: string
  readonly mode: number
}

/**
 * Reads `prefs.js` where it is a plain file of this user. A link is not followed: what lies behind it is not in the
 * profile, and its place would be taken by a file. One of another user would become a file of this one.
 */
export async function readPrefsFile(path: string): Promise<Outcome<PrefsOnDisk, ProfileProblem>> {
  const place = await placeOf(path)
  if (place === 'absent') return ok({ text: '', mode: OWN_MODE })
  if (place !== 'own-file') return fail(place)
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'refuse' })
  if (!file.ok) return fail(READ_PROBLEM_CODES[file.error])
  const text = asText(file.value.content)
  return text === null ? fail('PROFILE_DAMAGED') : ok({ text, mode: file.value.stats.mode & PERMISSIONS })
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

/** A `user.js`, of which nothing is changed: it may be a link to where the user keeps such files. */
export async function readOwnSettings(path: string): Promise<string | null> {
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'cut' })
  return file.ok ? file.value.content.toString('utf8') : null
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
