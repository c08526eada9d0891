import { mkdir } from 'node:fs/promises'
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
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import { isNewer, parseJson } from '#engine/files/saved-json.ts'
import type { Clock } from '#engine/ports.ts'

/** More than anybody mistypes; the oldest go. */
const MOST_KEPT = 200
const MAX_BYTES = 1_048_576

const refusal: v.GenericSchema<unknown, Refusal> = v.object({
  host: line(260),
  userName: line(320),
  at: v.pipe(v.string(), v.isoTimestamp()),
  password: v.picklist(['saved', 'typed']),
})

const SCHEMA = 1
const file = v.object({ schema: v.literal(SCHEMA), refusals: v.array(refusal) })

/**
 * Remembers refused sign-ins across restarts, so that nobody is locked out of their account by trying the same thing
 * again. It holds host, user name and time, and nothing that was typed.
 */
export interface RefusalLog {
  /** Notes that a server has refused; where it cannot be written this process remembers it until it ends. */
  readonly refused: (door: Door, password: Refusal['password']) => Promise<void>
  /** Whoever gets in has nothing to fear from earlier refusals, and of an account that is forgotten nothing stays. */
  readonly forget: (door: Door) => Promise<void>
  readonly standing: (doors: readonly Door[]) => Promise<RefusalStanding>
  readonly isSavedRefused: (doors: readonly Door[]) => Promise<boolean>
}

/** @param accountsPath the list of accounts; the refusals lie beside it */
export function createRefusalFile(accountsPath: string, clock: Clock): RefusalLog {
  const path = join(dirname(accountsPath), 'refusals.json')
  const unsaved = unsavedOf(path)
  // Not while it is being written: what is on disk already would be counted as unsaved too.
  const read = async () => {
    await unsaved.saving
    const onDisk = await readRefusals(path)
    return applied(unsaved.changes, onDisk.ok ? onDisk.value : [])
  }
  const change = async (work: Change) => {
    const before = await read()
    if (before.length === 0 && work(before).length === 0) return
    unsaved.changes.push(work)
    const saving = unsaved.saving.then(async () => {
      unsaved.problem = await save(path, unsaved.changes, clock)
    })
    unsaved.saving = saving.catch(() => {})
    await saving
  }
  return {
    refused: ({ host, userName }, password) => {
      const at = clock.date().toISOString()
      return change((all) => [...all, { host, userName, at, password }])
    },
    forget: (door) => change((all) => all.filter((other) => !sameDoor(other, door))),
    standing: async (doors) => ({
      ...standingOf(await read(), doors, clock.date()),
      unsaved: unsaved.problem,
    }),
    isSavedRefused: async (doors) => isSavedRefused(await read(), doors),
  }
}

type Change = (all: readonly Refusal[]) => readonly Refusal[]

interface Unsaved {
  /** In the order in which they were made, none of them on disk. */
  readonly changes: Change[]
  problem: RefusalStanding['unsaved']
  saving: Promise<void>
}

/**
 * What could not be written, by file and for all logs of this process: a page that is loaded again, or a second one,
 * must not begin to count anew.
 */
const UNSAVED = new Map<string, Unsaved>()

function unsavedOf(path: string): Unsaved {
  const known = UNSAVED.get(path) ?? { changes: [], problem: null, saving: Promise.resolve() }
  UNSAVED.set(path, known)
  return known
}

function applied(changes: readonly Change[], all: readonly Refusal[]): readonly Refusal[] {
  return changes.reduce((known, change) => change(known), all)
}

/** Writes down what is still unsaved, and takes it from there once it is on disk. */
async function save(path: string, unsaved: Change[], clock: Clock): Promise<RefusalStanding['unsaved']> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => {})
  const saved = await withFileLock<null, FileProblem | 'STATE_NEWER'>(`${path}.lock`, async () => {
    const due = [...unsaved]
    const onDisk = await readRefusals(path)
    if (due.length === 0) return ok(null)
    if (!onDisk.ok) return onDisk
    const refusals = stillCounting(applied(due, onDisk.value), clock.date()).slice(-MOST_KEPT)
    const written = await writeFileAtomically(
      path,
      `${JSON.stringify({ schema: SCHEMA, refusals }, null, 2)}\n`,
    )
    if (written.ok) unsaved.splice(0, due.length)
    return written
  })
  unsaved.splice(0, Math.max(0, unsaved.length - MOST_KEPT))
  return saved.ok ? null : saved.error
}

/** A damaged file says nothing; it is replaced at the next refusal. */
async function readRefusals(path: string): Promise<Outcome<readonly Refusal[], 'STATE_NEWER'>> {
  const found = await readPlainFile(path, { limit: MAX_BYTES, beyond: 'refuse' })
  if (!found.ok) return ok([])
  const content = parseJson(found.value.content.toString('utf8'))
  if (isNewer(content, SCHEMA)) return fail('STATE_NEWER')
  const parsed = v.safeParse(file, content)
  return ok(parsed.success ? parsed.output.refusals : [])
}
