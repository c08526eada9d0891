import type { SignInTarget } from '#shared/accounts/refusals.ts'
import { identityKey, identityOf, type BatchRow } from '#shared/batch/row.ts'
import type { ResultLine } from '#shared/batch/result-line.ts'
import type { ReadRow } from '#shared/batch/row-reader.ts'
import { summaryPage } from '#shared/batch/summary-page.ts'
import { summaryText } from '#shared/batch/summary-text.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { replaceFile } from '#engine/files/new-file.ts'
import { MonitoredRows } from '#shared/monitoring/monitored-rows.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { readBatchOptions, type BatchOptions } from '#cli/batch/batch-options.ts'
import { withResults, wrongRowKey, type ResultOutput } from '#cli/batch/result-output.ts'
import { RowRunner, type RunnerTools } from '#cli/batch/row-runner.ts'
import { countRows, rowsOf } from '#cli/batch/row-source.ts'
import { ProgressTeller } from '#cli/batch/tell-progress.ts'
import { testRow } from '#cli/batch/test-row.ts'
import { untestedLine, wrongLine } from '#cli/batch/written-line.ts'
import type { Invocation } from '#cli/command.ts'
import { BrokenError, EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { placeProblemText } from '#cli/place-problem.ts'
import { clearQueue, QueuedTests, requireOwnQueue } from '#cli/queue/queued-tests.ts'
import { withQueue } from '#cli/queue/redis-queue.ts'
import { monitored } from '#cli/output/monitoring.ts'
import { print, printJson, say, sayLine } from '#cli/terminal.ts'

/** Tests every account of a file, and tells what came of each as soon as it is known. */
export function runBatch(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  return monitored(invocation, async (inner, tell) => {
    // All accounts in one text are all accounts in memory: only where a monitoring system is to have them.
    if (invocation.values['format'] === undefined) return testFile(useCases, inner, () => {})
    const rows = new MonitoredRows(invocation.translator.t)
    const status = await testFile(useCases, inner, (line) => rows.add(line))
    for (const account of rows.accounts()) tell(() => account)
    return status
  })
}

async function testFile(
  useCases: UseCases,
  invocation: Invocation,
  hear: (line: ResultLine) => void,
): Promise<ExitStatus> {
  const options = await readBatchOptions(invocation)
  const total = await countRows(options.file, options.format)
  return withResults(options, invocation, hear, async (output) => {
    const run = { options, output, total }
    if (options.queue === null)
      await testAll(useCases, run, invocation, (within) => (row) => testRow(useCases, row, within))
    else await testInQueue(useCases, options.queue, run, invocation)
    return conclude(options, output, invocation)
  })
}

/** How rows are tested, by what has the signal of the run. */
type TestWay = (within: Invocation) => RunnerTools<BatchRow, ResultLine>['test']

/** The same run with the tests done by workers: how many, where and when is decided here, for all of them together. */
async function testInQueue(
  useCases: UseCases,
  { address, run: name }: NonNullable<BatchOptions['queue']>,
  run: Run,
  invocation: Invocation,
): Promise<void> {
  await withQueue(address, invocation, async (queue) => {
    await requireOwnQueue(queue, name, run.options.mode)
    await testAll(useCases, run, invocation, ({ terminal }) => {
      const queued = new QueuedTests(queue, name, terminal.signal)
      return (row, tries) => queued.test(row, tries)
    })
    if (!invocation.terminal.signal.aborted) await clearQueue(queue)
  })
}

interface Run {
  readonly options: BatchOptions
  readonly output: ResultOutput
  readonly total: number
}

async function testAll(useCases: UseCases, run: Run, invocation: Invocation, way: TestWay): Promise<void> {
  const { options, output, total } = run
  const failed = new AbortController()
  const signal = AbortSignal.any([invocation.terminal.signal, failed.signal])
  const within = { ...invocation, terminal: { ...invocation.terminal, signal } }
  const progress = new ProgressTeller(within, { total, before: output.doneBefore })
  const saved = await savedAccounts(useCases)
  const runner = new RowRunner<BatchRow, ResultLine>(options.limits, {
    test: way(within),
    passOver: (row) => untestedLine(row, { code: 'AUTH_PAUSED', facts: {} }, null, within.translator.t),
    onNotice: (notice) => progress.notice(notice),
    signal,
  })
  const open = new OpenWork(() => failed.abort())
  const left = new RowsLeft(output.done)
  try {
    for await (const { line, row } of rowsOf(options.file, options.format)) {
      if (signal.aborted) break
      if (!left.takes({ line, row })) continue
      if (!row.ok) {
        await take(wrongLine(line, row.error, within.translator.t), output, progress)
        continue
      }
      await runner.room()
      const turn = runner.submit(row.value, targetsOf(row.value, saved))
      open.add(turn.then((result) => take(result, output, progress)))
    }
    await open.end()
  } finally {
    failed.abort()
    await open.end().catch(() => {})
    progress.end()
  }
}

async function take(
  line: ResultLine | 'stopped',
  output: ResultOutput,
  progress: ProgressTeller,
): Promise<void> {
  if (line === 'stopped') return
  await output.write(line)
  progress.step()
}

/** What goes on beside the reading. The first failure calls off the rest. */
class OpenWork {
  readonly #open = new Set<Promise<void>>()
  readonly #callOff: () => void
  #failure: { readonly error: unknown } | null = null

  constructor(callOff: () => void) {
    this.#callOff = callOff
  }

  add(work: Promise<void>): void {
    const kept: Promise<void> = work
      .catch((error: unknown) => {
        this.#failure ??= { error }
        this.#callOff()
      })
      .finally(() => this.#open.delete(kept))
    this.#open.add(kept)
  }

  /** Resolves when all has ended, and throws what has failed. */
  async end(): Promise<void> {
    await Promise.all(this.#open)
    if (this.#failure !== null) throw this.#failure.error
  }
}

/** The rows that an earlier run has not done; of two that are alike each counts. */
class RowsLeft {
  readonly #done: Map<string, number>

  constructor(done: ReadonlyMap<string, number>) {
    this.#done = new Map(done)
  }

  takes({ line, row }: ReadRow): boolean {
    const key = row.ok ? identityKey(identityOf(row.value)) : wrongRowKey(line)
    const times = this.#done.get(key) ?? 0
    if (times === 0) return true
    this.#done.set(key, times - 1)
    return false
  }
}

/** Where the list cannot be read, each row that needs it says so. */
async function savedAccounts({ accounts }: UseCases): Promise<ReadonlyMap<string, SavedAccount>> {
  const known = await accounts()
  return new Map(known.ok ? known.value.accounts.map((account) => [account.address, account]) : [])
}

/** Whose turn it is depends on the servers; those of a saved account are its own. */
function targetsOf(
  { address, userName, endpoints, secret }: BatchRow,
  saved: ReadonlyMap<string, SavedAccount>,
): readonly SignInTarget[] {
  if (secret.kind === 'keychain' && endpoints.length === 0) {
    const services = saved.get(secret.account ?? address.ascii)?.services ?? []
    return services.map((service) => ({ host: service.endpoint.host, userName: service.userName }))
  }
  return endpoints.map(({ host }) => ({ host, userName: userName ?? address.ascii }))
}

/** The summary: beside results that are printed, on standard error. */
async function conclude(
  { out, page }: BatchOptions,
  { summary: count }: ResultOutput,
  { terminal, translator, json }: Invocation,
): Promise<ExitStatus> {
  const summary = count.summary()
  const text = summaryText(summary, translator.t)
  if (out === null) say(terminal, text)
  else if (json) printJson(terminal, { schema: 1, ...summary })
  else print(terminal, text)
  if (page !== null) {
    const written = await replaceFile(page, summaryPage(summary, new Date(), translator))
    if (!written.ok) {
      const { key, values } = placeProblemText('--html', page, written.error)
      throw new BrokenError(key, values)
    }
  }
  if (terminal.signal.aborted) {
    sayLine(terminal, translator.t(out === null ? 'cli.interrupted' : 'cli.batch.stopped'))
    return EXIT.problem
  }
  return summary.fails === 0 ? EXIT.proved : EXIT.problem
}
