import { lstat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { PROGRAM_SIGNS, type ProgramSigns } from '#shared/programs/signs-of-programs.ts'
import { menuFolders } from '#engine/programs/desktop-folders.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'

/** The programs whose files are on this computer. None is started, and none is asked. */
export async function installedPrograms(places: ProgramPlaces): Promise<readonly ProgramSigns[]> {
  const found = await Promise.all(
    PROGRAM_SIGNS.map(async (signs) => ((await isThere(filesOf(signs, places))) ? signs : null)),
  )
  return found.filter((signs) => signs !== null)
}

function filesOf(signs: ProgramSigns, places: ProgramPlaces): readonly string[] {
  const { platform, root, home, env } = places
  switch (platform) {
    case 'win32':
      return signs.windows.flatMap(([variable, path]) => {
        const folder = env[variable] ?? ''
        return folder === '' ? [] : [win32.join(folder, ...path)]
      })
    case 'darwin':
      return signs.mac.flatMap((path) => [posix.join(root, path), posix.join(home, path)])
    default:
      return menuFolders(places).flatMap((folder) =>
        signs.desktopFiles.map((file) => posix.join(folder, file)),
      )
  }
}

/** By their names alone: on Windows some are aliases that only the system can follow. */
export async function isThere(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    const isPresent = await lstat(path).then(
      () => true,
      () => false,
    )
    if (isPresent) return true
  }
  return false
}
