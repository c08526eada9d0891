import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { emptyFolder } from '../files/folders.ts'

export interface TestHome extends ProgramPlaces {
  readonly write: (path: string, content: string | Uint8Array) => Promise<string>
}

/** The home of a user with nothing in it, on a computer of its own. */
export async function testHome(platform: NodeJS.Platform = 'linux'): Promise<TestHome> {
  const home = await emptyFolder()
  return {
    platform,
    home,
    root: join(home, 'root'),
    env: {},
    write: async (path, content) => {
      const place = join(home, path)
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, content)
      return place
    },
  }
}

/** One profile, as `profiles.ini` names it. */
export const profilesIni = (path: string, isRelative = '1') =>
  `[Profile0]\nName=default\nIsRelative=${isRelative}\nPath=${path}\nDefault=1\n`
