import type { Job } from 'bullmq'
import { isAllowedSecret, readSecretPrefixes } from '#shared/batch/allowed-secrets.ts'
import { readQueuedRow, type QueuedResult, type QueuedRow } from '#shared/batch/queued-row.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { readLimits } from '#cli/batch/batch-options.ts'
import { testRow } from '#cli/batch/test-row.ts'
import { untestedLine } from '#cli/batch/written-line.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { readQueueAddress } from '#cli/queue/queue-address.ts'
import { workThrough } from '#cli/queue/redis-queue.ts'
import { sayLine } from '#cli/terminal.ts'

/** Tests what `batch --queue` puts into a queue, until it is stopped. */
export async function runWorker(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const { values, terminal, translator, system, positionals } = invocation
  const { queue, secrets } = values
  const prefixes = typeof secrets === 'string' ? readSecretPrefixes(secrets) : null
  if (typeof queue !== 'string' || prefixes === null || positionals.length > 0)
    throw new UsageError('cli.queue.worker')
  const address = readQueueAddress(queue, terminal.env)
  const { inAll: concurrency } = readLimits(values)
  let tested = 0
  sayLine(terminal, translator.t('cli.queue.working'))
  const workOn = async ({ data }: Job<QueuedRow>) => {
    const result = await resultOf(useCases, data, prefixes, invocation)
    if (result !== 'put-back') tested += 1
    return result
  }
  await workThrough(address, { system, concurrency }, workOn, terminal.signal)
  sayLine(terminal, translator.t('cli.queue.worked', { tested }))
  return EXIT.proved
}

async function resultOf(
  useCases: UseCases,
  data: unknown,
  prefixes: readonly string[],
  invocation: Invocation,
): Promise<QueuedResult | object | 'put-back'> {
  const row = readQueuedRow(data)
  // Not what `batch` puts there; it takes this for no result, and says so.
  if (row === null) return {}
  if (!isAllowedSecret(row.secret, prefixes)) {
    const problem = { code: 'ROW_SECRET', facts: { problem: 'elsewhere' } } as const
    return { result: untestedLine(row, problem, null, invocation.translator.t), endings: [] }
  }
  const trial = await testRow(useCases, row, invocation)
  return trial === 'stopped' ? 'put-back' : trial
}
