import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTemporaryFolder } from '#engine/files/temporary-folder.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'

const run = promisify(execFile)
const PATIENCE_MS = 10_000

/** Outlook since 2016 and Outlook 2013; older ones keep their accounts elsewhere. */
export const OUTLOOK_BRANCHES = ['16.0', '15.0'].map(
  (version) => `HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\${version}\\Outlook\\Profiles`,
)

/**
 * Gives a branch of the registry as a file, as the Registry Editor exports it, for as long as it is read. Windows says
 * nothing of a branch that is not there but a status. SECURITY: it is the program of the system, by its whole path; the
 * file has what Windows has encrypted of the passwords in it, so it lies in a private folder and goes at once.
 * @returns what `read` makes of the file, `null` where there is no such branch
 */
export async function withExportedBranch<T>(
  branch: string,
  { env }: ProgramPlaces,
  read: (file: string) => Promise<T>,
): Promise<T | null> {
  const program = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
  const folder = createTemporaryFolder('mailwright-registry-')
  try {
    const file = join(folder.path, 'outlook.reg')
    const isThere = await run(program, ['export', branch, file, '/y'], {
      timeout: PATIENCE_MS,
      windowsHide: true,
    }).then(
      () => true,
      () => false,
    )
    return isThere ? await read(file) : null
  } finally {
    await folder.remove()
  }
}
