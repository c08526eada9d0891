import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
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

/** Holds a lock on a file that the kernel lists, until the test is over. */
export async function lockFile(path: string): Promise<void> {
  const child = spawn('flock', [path, '--command', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.stdin.end())
  await once(child.stdout, 'data')
}
