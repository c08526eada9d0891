import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { line } from '#shared/contract/guards.ts'
import {
  isSavedRefused,
  sameDoor,
  standingOf,
  stillCounting,
  type Door,
  type Refusal,
  type RefusalStanding,
} from '#shared/accounts/refusals.ts'
import { writeFileAtomically } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import type { Clock } from '#engine/ports.ts'

/** More than anybody mistypes; the oldest go. */
const MOST_KEPT = 200

const refusal: v.GenericSchema<unknown, Refusal> = v.object({
  host: line(260),
  userName: line(320),
  at: v.pipe(v.string(), v.isoTimestamp()),
  password: v.picklist(['saved', 'typed']),
})

const file = v.object({ schema: v.literal(1), refusals: v.array(refusal) })

/**
 * Remembers refused sign-ins across restarts, so that nobody is locked out of their account by trying the same thing
 * again. It holds host, user name and time, and nothing that was typed.
 */
export interface RefusalLog {
  /** Notes that a server has said no; where it cannot be written the guard is blind, and nothing else suffers. */
  readonly refused: (door: Door, password: Refusal['password']) => Promise<void>
  /** Whoever gets in has nothing to fear from earlier refusals, and of an account that is forgotten nothing stays. */
  readonly forget: (door: Door) => Promise<void>
  readonly standing: (doors: readonly Door[]) => Promise<RefusalStanding>
  readonly isSavedRefused: (doors: readonly Door[]) => Promise<boolean>
}

/** @param accountsPath the list of accounts; the refusals lie beside it */
export function createRefusalFile(accountsPath: string, clock: Clock): RefusalLog {
  const path = join(dirname(accountsPath), 'refusals.json')
  const change = async (work: (all: readonly Refusal[]) => readonly Refusal[]) => {
    const before = await readRefusals(path)
    if (before.length === 0 && work(before).length === 0) return
    await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => {})
    await withFileLock(`${path}.lock`, async () => {
      const refusals = stillCounting(work(await readRefusals(path)), clock.date()).slice(-MOST_KEPT)
      return writeFileAtomically(path, `${JSON.stringify({ schema: 1, refusals }, null, 2)}\n`)
    })
  }
  return {
    refused: ({ host, userName }, password) =>
      change((all) => [...all, { host, userName, at: clock.date().toISOString(), password }]),
    forget: (door) => change((all) => all.filter((other) => !sameDoor(other, door))),
    standing: async (doors) => standingOf(await readRefusals(path), doors, clock.date()),
    isSavedRefused: async (doors) => isSavedRefused(await readRefusals(path), doors),
  }
}

/** A damaged file says nothing; it is replaced at the next refusal. */
async function readRefusals(path: string): Promise<readonly Refusal[]> {
  try {
    const parsed = v.safeParse(file, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output.refusals : []
  } catch {
    return []
  }
}
