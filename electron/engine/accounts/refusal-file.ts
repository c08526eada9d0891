import { lstat, mkdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  isSavedRefused,
  sameTarget,
  recordOf,
  stillCounting,
  type SignInTarget,
  type PendingTry,
  type Refusal,
  type RefusalRecord,
  type Tries,
} from '#shared/accounts/refusals.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { NO_TRIES, readTries, triesText } from '#engine/accounts/refusal-schema.ts'
import { fileProblem, writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { fateOf, newProcessName } from '#engine/files/process-name.ts'
import type { Clock } from '#engine/environment.ts'

/** More than a user mistypes; the oldest go. */
const MOST_KEPT = 200
/** A try of a process that cannot be asked about; no check takes as long. */
const LONGEST_TRY_MS = 10 * 60 * 1_000

/**
 * Remembers refused sign-ins across restarts, so that no user is locked out of an account by trying the same
 * thing again. It holds host, user name and time, and nothing that was typed.
 */
export interface RefusalLog {
  /** Notes that a server has refused; where it cannot be written this process remembers it until it ends. */
  readonly refused: (target: SignInTarget, password: Refusal['password']) => Promise<void>
  /** A user who gets in has nothing to fear from earlier refusals; of a forgotten account nothing stays. */
  readonly forget: (target: SignInTarget) => Promise<void>
  readonly record: (targets: readonly SignInTarget[]) => Promise<RefusalRecord>
  readonly isSavedRefused: (targets: readonly SignInTarget[]) => Promise<boolean>
  /**
   * Takes a place among the tries before a password is sent, so that of several processes at once none sends one too
   * many: looking and taking are one step, behind the lock. The place ends with the process.
   * @param claim `if-left`: only while a try is left
   */
  readonly reserve: (
    targets: readonly SignInTarget[],
    claim: 'if-left' | 'in-any-case',
  ) => Promise<Reservation>
}

export interface Reservation {
  /** As it was before. */
  readonly record: RefusalRecord
  readonly state: 'taken' | 'none-left'
  /** Gives the place back: the verdict is known, or nothing was judged. Only the first call counts. */
  readonly release: () => Promise<void>
}

/** @param accountsPath the list of accounts; the refusals lie beside it */
export function createRefusalFile(accountsPath: string, clock: Clock): RefusalLog {
  const path = join(dirname(accountsPath), 'refusals.json')
  const unsaved = unsavedOf(path)
  // Not while it is being written: what is on disk already would be counted as unsaved too.
  const read = async () => {
    await unsaved.saving
    const { tries } = await onDisk(path, clock)
    const now = applied(unsaved.changes, tries)
    return { now, problem: isSame(now, tries) ? null : unsaved.problem }
  }
  const change = async (work: Change) => {
    unsaved.changes.push(work)
    const saving = unsaved.saving.then(async () => {
      // Of many at the same time the first to write has taken the others along.
      if (unsaved.changes.includes(work)) unsaved.problem = await save(path, unsaved.changes, clock)
    })
    unsaved.saving = saving.catch(() => {})
    await saving
  }
  const stamp = () => clock.date().toISOString()
  return {
    refused: ({ host, userName }, password) => {
      const at = stamp()
      return change(({ refusals, pending }) => ({
        refusals: [...refusals, { host, userName, at, password }],
        pending,
      }))
    },
    forget: async (target) => {
      const cleared: Change = ({ refusals, pending }) => ({
        refusals: refusals.filter((other) => !sameTarget(other, target)),
        pending,
      })
      const { now } = await read()
      if (cleared(now).refusals.length < now.refusals.length) await change(cleared)
    },
    record: async (targets) => {
      const { now, problem } = await read()
      return { ...recordOf(now, targets, clock.date()), unsaved: problem }
    },
    isSavedRefused: async (targets) => isSavedRefused((await read()).now.refusals, targets),
    reserve: async (targets, claim) => {
      const own: PendingTry = { targets: targets.map(targetOnly), at: stamp(), by: await newProcessName() }
      const place = placeFor(own, claim, clock)
      await change(place.take)
      // Where there was no lock to be had, it is decided by this.
      const { problem } = await read()
      const record = { ...place.before(), unsaved: problem }
      if (!place.isFree()) return { record, state: 'none-left', release: () => Promise.resolve() }
      const giveBack = async () => {
        await unsaved.saving
        const at = unsaved.changes.indexOf(place.take)
        if (at === -1) await change(without(own))
        else unsaved.changes.splice(at, 1)
      }
      let released: Promise<void> | null = null
      return { record, state: 'taken', release: () => (released ??= giveBack()) }
    },
  }
}

/** A place that is decided about once, by what is known when the change is made for the first time. */
function placeFor(own: PendingTry, claim: Parameters<RefusalLog['reserve']>[1], clock: Clock) {
  let decided: ReturnType<typeof recordOf> | null = null
  const decide = (tries: Tries) => (decided ??= recordOf(tries, own.targets, clock.date()))
  const before = () => decide(NO_TRIES)
  const isFree = () => claim === 'in-any-case' || before().left > 0
  const take: Change = (tries) => {
    decide(tries)
    return isFree() ? { ...tries, pending: [...tries.pending, own] } : tries
  }
  return { take, before, isFree }
}

function targetOnly({ host, userName }: SignInTarget): SignInTarget {
  return { host, userName }
}

function without(own: PendingTry): Change {
  return ({ refusals, pending }) => ({ refusals, pending: pending.filter(({ by }) => by !== own.by) })
}

type Change = (tries: Tries) => Tries

interface Unsaved {
  /** In the order in which they were made, none of them on disk. */
  readonly changes: Change[]
  problem: FileProblem | null
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

function applied(changes: readonly Change[], tries: Tries): Tries {
  return changes.reduce((known, change) => change(known), tries)
}

function isSame(a: Tries, b: Tries): boolean {
  return triesText(a) === triesText(b)
}

/** Writes down what is still unsaved, and takes it from there once it is on disk. */
async function save(path: string, unsaved: Change[], clock: Clock): Promise<FileProblem | null> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => {})
  const saved = await withFileLock<null, FileProblem>(`${path}.lock`, async () => {
    const due = [...unsaved]
    if (due.length === 0) return ok(null)
    const known = await onDisk(path, clock)
    const { refusals, pending } = applied(due, known.tries)
    const written = await write(known.path, {
      refusals: stillCounting(refusals, clock.date()).slice(-MOST_KEPT),
      pending: pending.slice(-MOST_KEPT),
    })
    if (written.ok) unsaved.splice(0, due.length)
    return written
  })
  unsaved.splice(0, Math.max(0, unsaved.length - MOST_KEPT))
  return saved.ok ? null : saved.error
}

/** Where nothing counts there is no file. */
async function write(path: string, tries: Tries): Promise<Outcome<null, FileProblem>> {
  if (!isSame(tries, NO_TRIES)) return writeFileAtomically(path, triesText(tries))
  try {
    if (!(await lstat(path)).isFile()) return fail('FILE_UNSAFE')
    await unlink(path)
    return ok(null)
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? ok(null) : fail(fileProblem(error))
  }
}

/**
 * What is on disk, and where. A file of a later version, or what else lies in the place, is left as it is: this version
 * then counts in a file of its own beside it, or the next run would know of nothing.
 */
async function onDisk(path: string, clock: Clock): Promise<{ readonly path: string; readonly tries: Tries }> {
  const usual = await readTries(path)
  const own = usual.ok ? path : path.replace(/\.json$/, '-1.json')
  const found = usual.ok ? usual : await readTries(own)
  const { refusals, pending } = found.ok ? found.value : NO_TRIES
  const going = await Promise.all(pending.map(async (one) => ((await isGoing(one, clock)) ? [one] : [])))
  return { path: own, tries: { refusals, pending: going.flat() } }
}

async function isGoing({ at, by }: PendingTry, clock: Clock): Promise<boolean> {
  const fate = await fateOf(by)
  if (fate !== 'unsure') return fate === 'running'
  return Math.abs(clock.date().getTime() - new Date(at).getTime()) < LONGEST_TRY_MS
}
