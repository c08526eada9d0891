import { createHash, randomUUID } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { errorCode } from '#engine/error-code.ts'

/**
 * What has become of the process that a name stands for. `unsure`: the name is of another computer or container, or
 * this system does not tell when a process began, so that its number may be another's by now.
 */
export type ProcessFate = 'running' | 'ended' | 'unsure'

/**
 * How a file or folder is named so that others can tell whose it is, and whether that process still runs: where numbers
 * of processes mean the same, the number, when the process began, and what tells its files apart.
 */
export const PROCESS_NAME = /[0-9a-f]{16}-\d{1,10}-\d{1,20}-[0-9a-f-]{36}/
const NOTHING_ELSE = new RegExp(`^${PROCESS_NAME.source}$`)
const NOT_KNOWN = '0'

/** A new name for something of this process; no two are alike. */
export async function newProcessName(): Promise<string> {
  const { place, began } = await thisProcess()
  return `${place}-${process.pid}-${began}-${randomUUID()}`
}

/** A name that is none belongs to no process. */
export async function fateOf(name: string): Promise<ProcessFate> {
  if (!NOTHING_ELSE.test(name)) return 'ended'
  const [place, id, began] = name.split('-')
  if (place !== (await thisProcess()).place) return 'unsure'
  if (!exists(Number(id))) return 'ended'
  if (began === NOT_KNOWN) return 'unsure'
  const now = await beginningOf(Number(id))
  if (now === NOT_KNOWN) return 'unsure'
  return now === began ? 'running' : 'ended'
}

let known: Promise<{ readonly place: string; readonly began: string }> | null = null

function thisProcess() {
  known ??= Promise.all([placeOfProcesses(), beginningOf(process.pid)]).then(([place, began]) => ({
    place,
    began,
  }))
  return known
}

/** A folder may be shared: by computers, by containers, by this computer before and after it was started anew. */
async function placeOfProcesses(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1').catch(() => '')
  const numbers = await readlink('/proc/self/ns/pid').catch(() => '')
  const place = JSON.stringify([hostname(), boot.trim(), numbers])
  return createHash('sha256').update(place).digest('hex').slice(0, 16)
}

function exists(id: number): boolean {
  if (id === 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return errorCode(error) !== 'ESRCH'
  }
}

/**
 * When a process began, in clock ticks since the computer did (proc(5), `starttime`): with the number it names one
 * process for good. Only Linux tells it without a program. One that has ended, and is listed because its parent has not
 * asked about it, began `never`; but not while a thread of it may still be writing.
 */
async function beginningOf(id: number): Promise<string> {
  const stat = await readFile(`/proc/${id}/stat`, 'latin1').catch(() => null)
  if (stat === null) return NOT_KNOWN
  // The name of the program comes second, in brackets, and may hold brackets and spaces of its own.
  const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const hasEnded = ['Z', 'X'].includes(state) && Number(fields[16]) <= 1
  return hasEnded ? 'never' : (fields[18] ?? NOT_KNOWN)
}
