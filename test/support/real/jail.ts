import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unpackedRoot, type UnpackedName } from '../../../scripts/lib/unpacked-servers.ts'
import { killGroup } from '../process-group.ts'
import { isRoot } from './programs.ts'

export type User = 'root' | 'nobody'

export interface ProgramOptions {
  readonly as?: User
  readonly env?: Readonly<Record<string, string>>
}

/** A folder that is the whole system for the programs in it: an unpacked server, its accounts and its files. */
export interface Jail {
  /** Writes a file by its path inside; programs that run as `nobody` may read it. */
  readonly write: (path: string, content: string, mode?: number) => Promise<void>
  readonly makeFolder: (path: string, owner?: User) => Promise<void>
  readonly setMode: (path: string, mode: number) => Promise<void>
  readonly read: (path: string) => Promise<string>
  /** Runs a program to its end. */
  readonly run: (command: readonly [string, ...string[]], input: string, options?: ProgramOptions) => string
  /** Starts a program that stays; `stop` ends it, and all that it has started. */
  readonly start: (command: readonly [string, ...string[]], options?: ProgramOptions) => RunningProgram
  /** What the programs have said so far. */
  readonly said: () => string
  /** Ends every program and removes the folder. */
  readonly stop: () => Promise<void>
}

export interface RunningProgram {
  readonly stop: () => Promise<void>
}

const NOBODY = 65_534
const USERS: Readonly<Record<User, string>> = { root: '0:0', nobody: `${NOBODY}:${NOBODY}` }
/** The accounts that the packages would have made; Exim, for one, does not even read its configuration without its own. */
const ACCOUNTS = [
  ['root', 0],
  ['Debian-exim', NOBODY],
  ['courier', NOBODY],
  ['opensmtpd', 901],
  ['opensmtpq', 902],
  ['nogroup', NOBODY],
  ['nobody', NOBODY],
] as const
const RANDOM_BYTES = 65_536

/** Whether a program was unpacked; a folder becomes the root of a process by the right of root alone. */
export function isUnpacked(name: UnpackedName): boolean {
  return isRoot && existsSync(unpackedRoot(name))
}

/** A root folder with an unpacked server in it, its files shared with the unpacked ones. */
export async function createJail(name: UnpackedName): Promise<Jail> {
  const source = unpackedRoot(name)
  // Beside what was unpacked: a link to a file cannot lead to another file system.
  const root = await mkdtemp(join(dirname(source), '.jail-'))
  spawnSync('cp', ['-al', `${source}/.`, root])
  await furnish(root)
  const programs: ChildProcess[] = []
  let said = ''
  const start: Jail['start'] = ([program, ...args], { as = 'nobody', env = {} } = {}) => {
    const child = spawn('chroot', [`--userspec=${USERS[as]}`, root, program, ...args], {
      env: { PATH: '/usr/sbin:/usr/bin', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, to end what it starts as well.
      detached: true,
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    programs.push(child)
    return { stop: () => end(child) }
  }
  return {
    start,
    run: ([program, ...args], input, { as = 'nobody', env = {} } = {}) => {
      const options = { env: { PATH: '/usr/sbin:/usr/bin', ...env }, input, encoding: 'utf8' } as const
      const ended = spawnSync('chroot', [`--userspec=${USERS[as]}`, root, program, ...args], options)
      if (ended.status !== 0) throw new Error(`${program} failed: ${ended.stderr}${ended.stdout}`)
      return ended.stdout
    },
    write: async (path, content, mode = 0o644) => {
      await writeFile(join(root, path), content)
      await chmod(join(root, path), mode)
    },
    makeFolder: async (path, owner = 'nobody') => {
      await mkdir(join(root, path), { recursive: true })
      if (owner === 'nobody') await chown(join(root, path), NOBODY, NOBODY)
    },
    setMode: (path, mode) => chmod(join(root, path), mode),
    read: (path) => readFile(join(root, path), 'utf8').catch(() => ''),
    said: () => said,
    stop: async () => {
      await Promise.all(programs.map(end))
      killInside(root)
      await rm(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return Promise.resolve()
  const gone = child.exitCode !== null || child.signalCode !== null
  const ended = gone ? Promise.resolve() : new Promise<void>((resolve) => child.once('exit', () => resolve()))
  killGroup(child.pid)
  return ended
}

/** A program may have started another that left its process group; it cannot leave the folder. */
function killInside(root: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readlinkSync(`/proc/${pid}/root`) === root) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

/** What every program takes for granted in a system. Devices are files: to make real ones needs one more right. */
async function furnish(root: string): Promise<void> {
  await chmod(root, 0o755)
  for (const folder of ['bin', 'sbin', 'lib', 'lib64']) await symlink(`usr/${folder}`, join(root, folder))
  for (const folder of ['etc', 'dev', 'tmp', 'run', 'var'])
    await mkdir(join(root, folder), { recursive: true })
  await symlink('../run', join(root, 'var/run'))
  await chmod(join(root, 'tmp'), 0o1777)
  const write = async (path: string, content: string | Buffer, mode = 0o644) => {
    await writeFile(join(root, path), content)
    await chmod(join(root, path), mode)
  }
  await write('dev/null', '', 0o666)
  await write('dev/urandom', randomBytes(RANDOM_BYTES))
  await write('etc/hosts', '127.0.0.1 localhost\n')
  await write('etc/resolv.conf', '')
  await write('etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files\n')
  await write('etc/passwd', ACCOUNTS.map(([name, id]) => `${name}:x:${id}:${id}::/:/bin/sh\n`).join(''))
  await write('etc/group', ACCOUNTS.map(([name, id]) => `${name}:x:${id}:\n`).join(''))
}
