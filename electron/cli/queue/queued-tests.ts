import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Job, Queue } from 'bullmq'
import { queuedRowOf, readQueuedResult, runOf, type QueuedRow } from '#shared/batch/queued-row.ts'
import type { ResultLine } from '#shared/batch/result-line.ts'
import { identityKey, identityOf, type BatchRow } from '#shared/batch/row.ts'
import type { Trial } from '#cli/batch/row-runner.ts'
import { BrokenError, UsageError } from '#cli/exit-status.ts'

const LOOK_EVERY_MS = 200
/** Results that are looked at in one go. */
const PART = 1_000

interface Waiter {
  readonly row: BatchRow
  readonly settle: (trial: Trial<ResultLine> | 'stopped') => void
  readonly fail: (error: Error) => void
}

/**
 * A queue is for one run at a time: what another one has left there would be tested again, or for nothing.
 * @throws UsageError where there is something of another run
 */
export async function requireOwnQueue(
  queue: Queue<QueuedRow>,
  run: string,
  mode: 'new' | 'go-on',
): Promise<void> {
  const jobs = await queue.getJobs(['waiting', 'active', 'delayed', 'completed', 'failed'], 0, PART)
  const isOwn = jobs.every((job) => runOf(job.data) === run)
  if (jobs.length > 0 && (mode === 'new' || !isOwn)) throw new UsageError('cli.queue.in-use')
}

/** Takes away what is left of a run that has come to its end. */
export async function clearQueue(queue: Queue<QueuedRow>): Promise<void> {
  await queue.obliterate({ force: true })
}

/** Tests rows by putting them into a queue, and waits for what workers make of them. */
export class QueuedTests {
  readonly #queue: Queue<QueuedRow>
  readonly #run: string
  readonly #signal: AbortSignal
  readonly #waiters = new Map<string, Waiter>()
  #state: 'resting' | 'looking' = 'resting'

  /** @param run tells this run, and what resumes it, from others */
  constructor(queue: Queue<QueuedRow>, run: string, signal: AbortSignal) {
    this.#queue = queue
    this.#run = run
    this.#signal = signal
    signal.addEventListener('abort', () => this.#stop(), { once: true })
  }

  /** A job has the name of its row: what is there already, put by a run that was killed, is not put twice. */
  async test(row: BatchRow, tries: number): Promise<Trial<ResultLine> | 'stopped'> {
    if (this.#signal.aborted) return 'stopped'
    const id = `${this.#run}-${digest(identityKey(identityOf(row)))}-${tries}`
    const trial = new Promise<Trial<ResultLine> | 'stopped'>((settle, fail) => {
      this.#waiters.set(id, { row, settle, fail })
    })
    await this.#queue.add('row', queuedRowOf(this.#run, row), { jobId: id })
    if (this.#state === 'resting') void this.#look()
    return trial
  }

  /** Until no row waits any more. */
  async #look(): Promise<void> {
    this.#state = 'looking'
    while (this.#waiters.size > 0) {
      try {
        const jobs = await this.#queue.getJobs(['completed', 'failed'], 0, PART)
        for (const job of jobs) await this.#take(job as Job<QueuedRow>)
      } catch (error) {
        this.#fail(error instanceof Error ? error : new Error('the queue', { cause: error }))
      }
      await delay(LOOK_EVERY_MS)
    }
    this.#state = 'resting'
  }

  async #take(job: Job<QueuedRow>): Promise<void> {
    const { id = '' } = job
    const waiter = this.#waiters.get(id)
    if (waiter === undefined) return
    const result = readQueuedResult(job.returnvalue, waiter.row)
    if (result === null) return this.#fail(new BrokenError('cli.queue.no-result'))
    await job.remove()
    this.#waiters.delete(id)
    waiter.settle(result)
  }

  #fail(error: Error): void {
    for (const { fail } of this.#waiters.values()) fail(error)
    this.#waiters.clear()
  }

  /** What is in the queue stays there: workers go on, and `--resume` takes their results. */
  #stop(): void {
    for (const { settle } of this.#waiters.values()) settle('stopped')
    this.#waiters.clear()
  }
}

/** Short enough for a name; it tells rows apart and hides nothing. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}
