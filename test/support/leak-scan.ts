import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Canary } from './canary.ts'

/** Where a secret was found, in words; empty is what every test wants. */
export type Leaks = readonly string[]

/** What every process of this computer shows to others: its arguments, and to its owner its environment. */
export async function leaksInProcesses(canary: Canary): Promise<Leaks> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    processes.flatMap((pid) =>
      ['cmdline', 'environ'].map((part) => leaksInFile(join('/proc', pid, part), canary)),
    ),
  )
  return found.flat()
}

/** Every file below these folders, whatever its kind. */
export async function leaksInFolders(folders: readonly string[], canary: Canary): Promise<Leaks> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile())
      return Promise.all(files.map((file) => leaksInFile(join(file.parentPath, file.name), canary)))
    }),
  )
  return found.flat(2)
}

/** A process or a file may be gone before it is looked at. */
async function leaksInFile(path: string, { formsIn }: Canary): Promise<Leaks> {
  const octets = await readFile(path).catch(() => Buffer.alloc(0))
  const text = `${octets.toString('utf8')}\n${octets.toString('latin1')}`
  return formsIn(text).map((form) => `${path}: ${form}`)
}
