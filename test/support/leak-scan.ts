import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Canary } from './canary.ts'

/** Where a secret was found, in words; empty is what every test expects. */
export type Leaks = readonly string[]

/**
 * What processes show: the arguments of every one on this computer, and the environment of those that live in this
 * home. Other tests may run beside this one and know the same secret.
 */
export async function leaksInProcesses(home: string, canary: Canary): Promise<Leaks> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    processes.map(async (pid) => {
      const environment = join('/proc', pid, 'environ')
      const text = await readFile(environment, 'utf8').catch(() => '')
      const isOurs = text.split('\0').includes(`HOME=${home}`)
      const paths = [join('/proc', pid, 'cmdline'), ...(isOurs ? [environment] : [])]
      return Promise.all(paths.map((path) => leaksInFile(path, canary)))
    }),
  )
  return found.flat(2)
}

/** The processes that still live in this home: a session that was ended has left none. */
export async function processesIn(home: string): Promise<readonly string[]> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(
    processes.map(async (pid) => {
      const read = (part: string) => readFile(join('/proc', pid, part), 'utf8').catch(() => '')
      const isOurs = (await read('environ')).split('\0').includes(`HOME=${home}`)
      return isOurs ? [(await read('cmdline')).replaceAll('\0', ' ')] : []
    }),
  )
  return commands.flat()
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

/** The number of the built program that lives in this home, whatever session it runs inside. */
export async function hostIn(home: string): Promise<number> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (part: string) => readFile(`/proc/${pid}/${part}`, 'utf8').catch(() => '')
    const [words = ''] = (await read('cmdline')).split('mailwright.mjs').slice(1)
    if (words !== '' && (await read('environ')).includes(`HOME=${home}\0`)) {
      const [program] = (await read('cmdline')).split('\0')
      if (program === process.execPath) return Number(pid)
    }
  }
  throw new Error('the host does not run')
}
