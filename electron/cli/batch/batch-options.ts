import { extname, resolve } from 'node:path'
import type { RowFormat } from '#shared/batch/row-reader.ts'
import type { ScheduleLimits } from '#shared/batch/schedule.ts'
import { problemOfPlace } from '#engine/files/new-file.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { placeProblemText } from '#cli/place-problem.ts'
import { readQueueAddress, type QueueAddress } from '#cli/queue/queue-address.ts'
import { digest } from '#cli/queue/queued-tests.ts'

/** The command line of `batch`, once it makes sense. */
export interface BatchOptions {
  readonly file: string
  readonly format: RowFormat
  /** `null`: standard output. */
  readonly out: string | null
  readonly mode: 'new' | 'go-on'
  /** Where the summary goes as a page, or `null`. */
  readonly page: string | null
  readonly limits: ScheduleLimits
  /** Where workers take the rows from, and the name of the run there; `null`: they are tested here. */
  readonly queue: { readonly address: QueueAddress; readonly run: string } | null
}

const STANDARD_OUTPUT = '-'

const FORMATS: Readonly<Record<string, RowFormat>> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}

/** @throws UsageError for what contradicts itself, before anything is read or written */
export async function readBatchOptions(invocation: Invocation): Promise<BatchOptions> {
  const { values, positionals } = invocation
  const [file, ...rest] = positionals
  const format = FORMATS[extname(file ?? '').toLowerCase()]
  if (file === undefined || rest.length > 0 || format === undefined)
    throw new UsageError('cli.usage.batch-file')
  const given = textOf(values['out'])
  const out = given === STANDARD_OUTPUT ? null : given
  const mode = values['resume'] === true ? 'go-on' : 'new'
  if (mode === 'go-on' && out === null) throw new UsageError('cli.usage.resume')
  const page = textOf(values['html'])
  if (page !== null) await requirePlace(page, mode)
  return { file, format, out, mode, page, limits: readLimits(values), queue: readQueue(invocation, out) }
}

/** A run in a queue is known by the file of its results, so that it can be gone on with. */
function readQueue({ values, terminal }: Invocation, out: string | null): BatchOptions['queue'] {
  const url = textOf(values['queue'])
  if (url === null) return null
  const address = readQueueAddress(url, terminal.env)
  if (out === null) throw new UsageError('cli.queue.out')
  return { address, run: digest(resolve(out)) }
}

async function requirePlace(page: string, mode: BatchOptions['mode']): Promise<void> {
  const problem = await problemOfPlace(page)
  if (problem === null || (problem === 'exists' && mode === 'go-on')) return
  const { key, values } = placeProblemText('--html', page, problem)
  throw new UsageError(key, values)
}

/** What providers bear from one address, and a computer with few files open; more is the user's own word. */
const USUAL = { concurrency: 16, 'per-server': 4, rate: 10 } as const
const MOST = { concurrency: 256, 'per-server': 256, rate: 1_000 } as const

export const TIME_LIMITS = {
  mostTries: 3,
  lookAhead: 1_000,
  backOffMs: 5_000,
  longestBackOffMs: 5 * 60_000,
  refusalsInARow: 5,
  // As long as fail2ban counts failures by default, so that the last ones are forgotten.
  pauseMs: 10 * 60_000,
  longestPauseMs: 60 * 60_000,
} as const

export function readLimits(values: Invocation['values']): ScheduleLimits {
  const read = (name: keyof typeof USUAL) =>
    readNumber(values[name], { option: `--${name}`, usual: USUAL[name], most: MOST[name] })
  return {
    ...TIME_LIMITS,
    inAll: read('concurrency'),
    perServer: read('per-server'),
    startsPerSecond: read('rate'),
  }
}

/** @throws UsageError for what is no number, or too much */
export function readNumber(
  text: string | boolean | undefined,
  { option, usual, most }: { readonly option: string; readonly usual: number; readonly most: number },
): number {
  if (typeof text !== 'string') return usual
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw new UsageError('cli.usage.number', { option, most })
  return number
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}
