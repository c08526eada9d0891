import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fateOf, newProcessName, PROCESS_NAME } from '#engine/files/process-name.ts'

const TEMPORARY = new RegExp(`^\\..+\\.(${PROCESS_NAME.source})\\.tmp$`)
/** Of a process that cannot be asked about; nothing temporary is needed for longer than a keychain waits. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1_000

/** A place beside a file for what is to become that file. It says whose it is. */
export async function temporaryBeside(path: string): Promise<string> {
  return join(dirname(path), `.${basename(path)}.${await newProcessName()}.tmp`)
}

/** Removes from a folder what processes that were killed had begun to write there; a failure leaves it to the next. */
export async function sweepTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const [, owner] = TEMPORARY.exec(name) ?? []
    if (owner === undefined || !(await isLeftBehind(join(folder, name), owner))) continue
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
}

async function isLeftBehind(path: string, owner: string): Promise<boolean> {
  const fate = await fateOf(owner)
  if (fate !== 'unsure') return fate === 'ended'
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  return age > LEFT_BEHIND_MS
}
