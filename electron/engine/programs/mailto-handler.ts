import { posix } from 'node:path'
import type { MailtoHandler } from '#shared/programs/found-program.ts'
import { defaultHandlers } from '#shared/programs/mime-apps.ts'
import { programOfEntry } from '#shared/programs/signs-of-programs.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import { menuFolders, mimeAppsFiles } from '#engine/programs/desktop-folders.ts'
import { isThere } from '#engine/programs/installed-programs.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'

const MOST_BYTES = 256 * 1024

/**
 * What opens an address on this desktop: the first that is noted and installed. On macOS and Windows it is kept where
 * only programs of the system read it, and is not asked for.
 */
export async function mailtoHandler(places: ProgramPlaces): Promise<MailtoHandler | null> {
  if (places.platform === 'win32' || places.platform === 'darwin') return null
  const files = await Promise.all(mimeAppsFiles(places).map(textOf))
  for (const name of new Set(defaultHandlers(files, 'x-scheme-handler/mailto')))
    if (await isThere(menuFolders(places).map((folder) => posix.join(folder, name))))
      return { program: programOfEntry(name), name }
  return null
}

async function textOf(path: string): Promise<string> {
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'refuse' })
  return file.ok ? file.value.content.toString('utf8') : ''
}
