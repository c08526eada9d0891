import { isAbsolute, posix } from 'node:path'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'

/** Far more than a system has. */
const MOST_FOLDERS = 32

/** The menus of the desktops of Linux: the user's own, those of the system, of Flatpaks and of snaps. */
export function menuFolders({ root, home, env }: ProgramPlaces): readonly string[] {
  const shared = listIn(env['XDG_DATA_DIRS'], [
    posix.join(root, 'usr/local/share'),
    posix.join(root, 'usr/share'),
  ])
  return [
    env['XDG_DATA_HOME'] ?? posix.join(home, '.local/share'),
    posix.join(home, '.local/share/flatpak/exports/share'),
    ...shared,
    posix.join(root, 'var/lib/flatpak/exports/share'),
    posix.join(root, 'var/lib/snapd/desktop'),
  ].map((folder) => posix.join(folder, 'applications'))
}

/** Where it is noted what opens what, the most important first (the specification of mimeapps.list). */
export function mimeAppsFiles(places: ProgramPlaces): readonly string[] {
  const { root, home, env } = places
  const own = env['XDG_CONFIG_HOME'] ?? posix.join(home, '.config')
  const folders = [
    own,
    ...listIn(env['XDG_CONFIG_DIRS'], [posix.join(root, 'etc/xdg')]),
    ...menuFolders(places),
  ]
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '')
    .toLowerCase()
    .split(':', MOST_FOLDERS)
    .filter((name) => /^[a-z0-9_-]{1,40}$/.test(name))
  const names = [...desktops.map((desktop) => `${desktop}-mimeapps.list`), 'mimeapps.list']
  return folders.flatMap((folder) => names.map((name) => posix.join(folder, name)))
}

function listIn(value: string | undefined, otherwise: readonly string[]): readonly string[] {
  const folders = (value ?? '').split(':', MOST_FOLDERS).filter((folder) => isAbsolute(folder))
  return folders.length === 0 ? otherwise : folders
}
