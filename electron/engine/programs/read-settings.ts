import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { SettingsFile } from '#shared/programs/program-account.ts'
import type { InspectProblem, ReadProfile } from '#shared/programs/read-profile.ts'
import { encodingOf } from '#shared/programs/recognise.ts'
import { READABLE_CLIENTS, READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { errorCode } from '#engine/error-code.ts'
import { READ_PROBLEM_CODES, readPlainFile } from '#engine/files/plain-file.ts'
import { OUTLOOK_BRANCHES, withExportedBranch } from '#engine/programs/outlook-profiles.ts'
import { digestOf } from '#engine/programs/kept-file.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { FILES_IN_FOLDER, settingsPlaces } from '#engine/programs/settings-places.ts'
import { findThunderbirdProfiles } from '#engine/programs/thunderbird/find-profiles.ts'

export interface InspectRequest {
  /** `null`: every program. */
  readonly client: ReadableClient | null
  /** A file or a folder that the user has named, of that program; `null`: where it keeps them. */
  readonly path: string | null
}

/** Reads the accounts of the programs of this user. None of them is started, and no password is read. */
export async function readSettings(
  { client, path }: InspectRequest,
  places: ProgramPlaces,
): Promise<readonly ReadProfile[]> {
  if (client !== null && path !== null) return [await readNamed(client, path)]
  const clients = client === null ? READABLE_CLIENTS : [client]
  return (await Promise.all(clients.map((one) => readFound(one, places)))).flat()
}

/** A folder with `prefs.js` is a profile of Thunderbird. */
async function readNamed(client: ReadableClient, path: string): Promise<ReadProfile> {
  const isProfile = (client === 'thunderbird' || client === 'betterbird') && (await isFolder(path))
  return readAt(client, isProfile ? join(path, 'prefs.js') : path, null)
}

async function readFound(client: ReadableClient, places: ProgramPlaces): Promise<readonly ReadProfile[]> {
  if (client === 'thunderbird' || client === 'betterbird') {
    const profiles = (await findThunderbirdProfiles(places)).filter(({ program }) => program === client)
    return Promise.all(profiles.map(({ path, version }) => readAt(client, join(path, 'prefs.js'), version)))
  }
  if (client === 'outlook-classic') return readOutlook(places)
  const found = await Promise.all(settingsPlaces(client, places).map((path) => readAt(client, path, null)))
  const there = found.filter(({ read }) => read.ok || read.error !== 'FILE_MISSING')
  return READERS[client].takes === 'folder' ? there.filter(hasAccounts) : there.slice(0, 1)
}

/** Only Windows has a registry. An account is named by its branch: the file is gone when it has been read. */
async function readOutlook(places: ProgramPlaces): Promise<readonly ReadProfile[]> {
  if (places.platform !== 'win32') return []
  const found = await Promise.all(
    OUTLOOK_BRANCHES.map((branch) =>
      withExportedBranch(branch, places, async (file) => ({
        ...(await readAt('outlook-classic', file, null)),
        id: digestOf('outlook-classic', branch),
        path: branch,
      })),
    ),
  )
  return found.filter((profile) => profile !== null).filter(hasAccounts)
}

/** A folder of settings is there without the program, too. */
function hasAccounts({ read }: ReadProfile): boolean {
  return !read.ok || read.value.accounts.length > 0
}

async function readAt(client: ReadableClient, path: string, version: string | null): Promise<ReadProfile> {
  const reader = READERS[client]
  const files =
    reader.takes === 'folder'
      ? await filesIn(path, FILES_IN_FOLDER[client] ?? /^$/)
      : await settingsFile(path)
  const read = files.ok ? reader.read(files.value) : files
  const id = digestOf(client, path)
  if (read.ok) return { id, client, version, path, read }
  const error =
    read.error === 'damaged' ? 'PROFILE_DAMAGED' : read.error === 'too-big' ? 'FILE_TOO_BIG' : read.error
  return { id, client, version, path, read: fail(error) }
}

/** Evolution has three for each account, and some for calendars. */
const MOST_FILES = 1_000
/** Of people with many accounts and extensions `prefs.js` has one. */
const MOST_BYTES = 8 * 1_048_576

async function filesIn(
  folder: string,
  wanted: RegExp,
): Promise<Outcome<readonly SettingsFile[], InspectProblem>> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    const code = errorCode(error)
    return fail(code === 'ENOENT' ? 'FILE_MISSING' : code === 'ENOTDIR' ? 'FILE_UNSAFE' : 'FILE_DENIED')
  }
  const own = names.filter((name) => wanted.test(name)).toSorted()
  if (own.length > MOST_FILES) return fail('FILE_TOO_BIG')
  const files: SettingsFile[] = []
  let size = 0
  for (const name of own) {
    const file = await settingsFile(join(folder, name))
    if (!file.ok) return file
    size += file.value.reduce((sum, { text }) => sum + text.length, 0)
    if (size > MOST_BYTES) return fail('FILE_TOO_BIG')
    files.push(...file.value)
  }
  return ok(files)
}

/**
 * SECURITY: a link is not followed, and a pipe is not waited for: what another process has put in the place of a file of
 * settings would be read as if the program had written it.
 */
async function settingsFile(path: string): Promise<Outcome<readonly SettingsFile[], InspectProblem>> {
  try {
    if (!(await lstat(path)).isFile()) return fail('FILE_UNSAFE')
  } catch (error) {
    const code = errorCode(error)
    return fail(code === 'ENOENT' || code === 'ENOTDIR' ? 'FILE_MISSING' : 'FILE_DENIED')
  }
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'refuse' })
  if (!file.ok) return fail(READ_PROBLEM_CODES[file.error])
  const text = decoded(file.value.content)
  return text === null ? fail('PROFILE_DAMAGED') : ok([{ name: basename(path), text }])
}

function decoded(content: Buffer): string | null {
  try {
    return new TextDecoder(encodingOf(content), { fatal: true }).decode(content)
  } catch {
    return null
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}
