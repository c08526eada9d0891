import { execFile } from 'node:child_process'
import { lstat, open, readFile, readlink, statfs } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ProfileState } from '#shared/programs/found-program.ts'
import { errorCode } from '#engine/error-code.ts'

/**
 * Whether Thunderbird is using a profile. It locks a file with the means of the system (nsProfileLock), and Node has
 * none to try such a lock: each system is asked in another way. Nothing in the profile is changed by asking.
 */
export function profileState(profile: string, platform: NodeJS.Platform): Promise<ProfileState> {
  switch (platform) {
    case 'win32':
      return stateOnWindows(profile)
    case 'linux':
      return stateOnLinux(profile)
    default:
      return stateByOpenFiles(profile)
  }
}

/** There is no sharing of `parent.lock`, and it goes when it is closed. */
async function stateOnWindows(profile: string): Promise<ProfileState> {
  try {
    await (await open(join(profile, 'parent.lock'), 'r+')).close()
    return 'closed'
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'closed' : 'open'
  }
}

/**
 * `.parentlock` has a lock while the profile is open, which the kernel lists (proc_locks(5)) by the number of the file.
 * The device is not compared: some file systems list another one than they tell. A link called `lock` names computer and
 * process, and stays behind after a crash. Where the kernel does not list every lock, that link alone tells of them.
 */
async function stateOnLinux(profile: string): Promise<ProfileState> {
  const owner = await ownerNamedBy(join(profile, 'lock'))
  if (owner === 'damaged') return 'unsure'
  const locks = await readFile('/proc/locks', 'latin1').catch(() => null)
  const inode = await inodeOf(join(profile, '.parentlock'))
  if (inode === 'unknown') return 'unsure'
  if (locks === null) return owner === null ? stateByOpenFiles(profile) : 'unsure'
  if (inode !== null && isLocked(locks, inode)) return 'open'
  if (owner === null) return 'closed'
  if (await isMailProgram(owner.process)) return 'open'
  return owner.isLocal && (await seesEveryLock(profile)) ? 'closed' : 'unsure'
}

/** The first of all, which sees the processes of every other (PROC_PID_INIT_INO of the kernel). */
const FIRST_NAMESPACE = 'pid:[4026531836]'
/** NFS, SMB 1 to 3, FUSE, AFS, 9P and Ceph (statfs(2)): other computers have locks there. */
const SHARED_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x5346414f, 0x01021997, 0x00c36400,
])

/** In a container the kernel lists none of the locks outside, and numbers of processes mean others there. */
async function seesEveryLock(profile: string): Promise<boolean> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '')
  const { type } = await statfs(profile).catch(() => ({ type: null }))
  return namespace === FIRST_NAMESPACE && type !== null && !SHARED_FILE_SYSTEMS.has(type)
}

interface LockOwner {
  readonly process: string
  /** The address is one of this computer. */
  readonly isLocal: boolean
}

async function ownerNamedBy(link: string): Promise<LockOwner | 'damaged' | null> {
  try {
    const [, address = '', process = ''] = /^([\d.]{7,15}):\+?(\d{1,10})$/.exec(await readlink(link)) ?? []
    return process === '' ? 'damaged' : { process, isLocal: isOwnAddress(address) }
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? null : 'damaged'
  }
}

function isOwnAddress(address: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return address.startsWith('127.') || own.some((one) => one.address === address)
}

async function inodeOf(path: string): Promise<bigint | 'unknown' | null> {
  try {
    return (await lstat(path, { bigint: true })).ino
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? null : 'unknown'
  }
}

function isLocked(locks: string, inode: bigint): boolean {
  return locks.split('\n').some((line) => new RegExp(`\\s[0-9a-f]+:[0-9a-f]+:${inode}\\s`).test(line))
}

/** The number of a process that ended is given to another one in time. */
async function isMailProgram(process: string): Promise<boolean> {
  const name = await readFile(`/proc/${process}/comm`, 'utf8').catch(() => '')
  return /thunderbird|betterbird/i.test(name)
}

const run = promisify(execFile)
const PATIENCE_MS = 5_000

/** `lsof` is part of macOS. It ends with 1 where no process has the file open. */
async function stateByOpenFiles(profile: string): Promise<ProfileState> {
  const file = join(profile, '.parentlock')
  if ((await inodeOf(file)) === null) return 'closed'
  try {
    const { stdout } = await run('/usr/sbin/lsof', ['-t', '--', file], { timeout: PATIENCE_MS })
    return stdout.trim() === '' ? 'unsure' : 'open'
  } catch (error) {
    const isSilent =
      error instanceof Error &&
      'stdout' in error &&
      error.stdout === '' &&
      'stderr' in error &&
      error.stderr === ''
    return errorCode(error) === '1' && isSilent ? 'closed' : 'unsure'
  }
}
