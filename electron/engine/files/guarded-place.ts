import type { Stats } from 'node:fs'
import { lstat, readlink, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Group and others may not write. */
const WRITABLE_BY_OTHERS = 0o022
/** In a sticky folder like `/tmp` a user can remove or replace only what is their own. */
const WRITABLE_BY_ALL = 0o002
const STICKY = 0o1000

type Owned = Pick<Stats, 'uid' | 'mode'>

/** Whether only root and this user can change a file, or what is in a folder. */
export function isKeptByOwner({ uid, mode }: Owned, ownUid: number): boolean {
  return (uid === 0 || uid === ownUid) && (mode & WRITABLE_BY_OTHERS) === 0
}

/** Whether a folder further up keeps others from putting another one in the place of what is below it. */
export function isFirm({ uid, mode }: Owned, ownUid: number): boolean {
  return (uid === 0 || uid === ownUid) && ((mode & WRITABLE_BY_ALL) === 0 || (mode & STICKY) !== 0)
}

/**
 * Whether what an administrator laid down is theirs alone to change: the file, the folder it lies in, the same where
 * a link leads, and the way down to both.
 *
 * SECURITY: an attacker who can change a policy decides where passwords go, and one who can change a certificate
 * authority that it names can pose as those servers. In a folder that other users can write to they can put a file
 * of their own there. On Windows the rules of the folder guard both, which no mode of a file tells.
 * @throws what the file system says where the file cannot be looked at
 */
export async function isGuardedPlace(path: string): Promise<boolean> {
  const ownUid = process.getuid?.()
  if (ownUid === undefined) return true
  if (!isKeptByOwner(await stat(path), ownUid)) return false
  for (const folder of await foldersOnTheWay(path)) {
    if (!isKeptByOwner(await stat(folder), ownUid)) return false
    for (const above of foldersAbove(folder)) if (!isFirm(await stat(above), ownUid)) return false
  }
  return true
}

/** Links have a place of their own, and each may lead to another. */
const MOST_LINKS = 8

async function foldersOnTheWay(path: string): Promise<readonly string[]> {
  const folders: string[] = []
  let place = path
  for (let links = 0; links <= MOST_LINKS; links += 1) {
    const folder = await realpath(dirname(place))
    folders.push(folder)
    if (!(await lstat(place)).isSymbolicLink()) return folders
    place = resolve(folder, await readlink(place))
  }
  throw new Error('too many links')
}

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder)
  return above === folder ? [] : [above, ...foldersAbove(above)]
}
