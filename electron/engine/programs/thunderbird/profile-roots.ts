import { posix, win32 } from 'node:path'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'

/**
 * The folders with a `profiles.ini`. Betterbird shares those of Thunderbird; on Linux a snap and a Flatpak each have
 * a home of their own.
 */
export function profileRoots({ platform, home, env }: ProgramPlaces): readonly string[] {
  switch (platform) {
    case 'win32':
      return [win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Thunderbird')]
    case 'darwin':
      return [posix.join(home, 'Library', 'Thunderbird')]
    default:
      return [
        '.thunderbird',
        'snap/thunderbird/common/.thunderbird',
        ...FLATPAKS.map((name) => `.var/app/${name}/.thunderbird`),
      ].map((folder) => posix.join(home, folder))
  }
}

/** Its names on Flathub over the years, and that of Betterbird. */
const FLATPAKS = [
  'org.mozilla.Thunderbird',
  'org.mozilla.thunderbird',
  'net.thunderbird.Thunderbird',
  'eu.betterbird.Betterbird',
]
