import type { Job, Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { QueuedRow } from '#shared/batch/queued-row.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import { errorCode } from '#engine/error-code.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import type { CommonSettings } from '#cli/common-options.ts'
import { BrokenError } from '#cli/exit-status.ts'
import type { QueueAddress } from '#cli/queue/queue-address.ts'

const NAME = 'mailwright'
const CONNECT_MS = 5_000
const LONGEST_WAIT_MS = 5_000

/** A worker that is killed loses its rows to the others after this time and the next look. */
const LOCK_MS = 10_000
const LOOK_MS = 3_000
/** A row is given up by the queue after so many workers have died with it: it may be what kills them. */
const MOST_STALLED = 10

/** What a worker does with a job; `put-back`: another worker shall do it. */
export type WorkOn = (job: Job<QueuedRow>) => Promise<object | 'put-back'>

/** The queue for as long as the work takes. */
export async function withQueue<T>(
  address: QueueAddress,
  settings: Pick<CommonSettings, 'system'>,
  work: (queue: Queue<QueuedRow>) => Promise<T>,
): Promise<T> {
  // SECURITY and weight: loaded only where a queue is asked for. The native part that would make it a little faster is
  // a program that nothing here checks, and is left alone.
  process.env['MSGPACKR_NATIVE_ACCELERATION_DISABLED'] = 'true'
  const { Queue: QueueClass } = await import('bullmq')
  const connection = await connect(address, settings)
  const queue = new QueueClass<QueuedRow>(NAME, { connection })
  queue.on('error', () => {})
  try {
    return await work(queue)
  } finally {
    await queue.close()
    connection.disconnect()
  }
}

/** Works on what is in the queue until the signal, and ends when what is under way has ended. */
export async function workThrough(
  address: QueueAddress,
  { system, concurrency }: Pick<CommonSettings, 'system'> & { readonly concurrency: number },
  workOn: WorkOn,
  signal: AbortSignal,
): Promise<void> {
  process.env['MSGPACKR_NATIVE_ACCELERATION_DISABLED'] = 'true'
  const { Worker: WorkerClass, WaitingError } = await import('bullmq')
  const connection = await connect(address, { system })
  const processJob = async (job: Job<QueuedRow>, token?: string) => {
    const result = await workOn(job)
    if (result !== 'put-back') return result
    await job.moveToWait(token)
    throw new WaitingError()
  }
  const worker: Worker<QueuedRow> = new WorkerClass<QueuedRow>(NAME, processJob, {
    connection,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_MS,
    maxStalledCount: MOST_STALLED,
  })
  worker.on('error', () => {})
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await worker.close()
  connection.disconnect()
}

/** @throws BrokenError where there is no queue to be had */
async function connect(
  { host, port, database, encryption, userName, password }: QueueAddress,
  { system }: Pick<CommonSettings, 'system'>,
): Promise<Redis> {
  const { Redis: RedisClass } = await import('ioredis')
  let hasConnected = false
  let seen: unknown = null
  const connection = new RedisClass({
    host,
    port,
    db: database,
    ...(userName === null ? {} : { username: userName }),
    ...(password === null ? {} : { password }),
    ...(encryption === 'none'
      ? {}
      : { tls: { secureContext: createTrustStore(system.authorities).context(), servername: host } }),
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
    // A queue that was there comes back; one that never was is a mistake.
    retryStrategy: (times) => (hasConnected ? Math.min(times * 200, LONGEST_WAIT_MS) : null),
  })
  connection.on('error', (error) => (seen ??= error))
  try {
    await connection.connect()
    hasConnected = true
    return connection
  } catch (error) {
    connection.disconnect()
    throw new BrokenError('cli.queue.unreachable', {
      server: `${formatHost(host)}:${port}`,
      code: codeOf(seen ?? error),
    })
  }
}

/** What the system says, or the word that a refusal of Redis begins with (`WRONGPASS`); nothing else of it is repeated. */
function codeOf(error: unknown): string {
  const code = errorCode(error)
  return code === '' && error instanceof Error ? (/^[A-Z]+(?= )/.exec(error.message)?.[0] ?? code) : code
}
