import { PassThrough, Readable } from 'node:stream'
import { vi } from 'vitest'
import { runCommandLine } from '#cli/run.ts'
import { requireSchema } from './checked-json.ts'
import type { CliRun } from './cli.ts'

export interface HereOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  /** What a user types at a terminal, instead of `input`. */
  readonly typed?: string
  /** Given Ctrl-C before it begins. */
  readonly onStart?: (interrupt: () => void) => void
  /** Told what has been said on standard error so far; `interrupt` is Ctrl-C. */
  readonly onProgress?: (text: string, interrupt: () => void) => void
}

/** Runs one command line in this very process: a second less than a program of its own. */
export async function runHere(args: readonly string[], options: HereOptions = {}): Promise<CliRun> {
  const { env = {} } = options
  const controller = new AbortController()
  const [results, progress] = [new PassThrough(), new PassThrough()]
  options.onStart?.(() => controller.abort())
  const said = { results: '', progress: '' }
  results.on('data', (chunk: Buffer) => (said.results += chunk.toString()))
  progress.on('data', (chunk: Buffer) => {
    said.progress += chunk.toString()
    options.onProgress?.(said.progress, () => controller.abort())
  })
  for (const name of ['MAILWRIGHT_DATA_DIR', 'HOME']) {
    const folder = env[name]
    if (folder !== undefined) vi.stubEnv(name, folder)
  }
  try {
    const status = await runCommandLine(args, {
      input: inputOf(options),
      results,
      progress,
      env: { LANG: 'en_US.UTF-8', ...env },
      signal: controller.signal,
    })
    requireSchema(args, said.results)
    return { status, ...said }
  } finally {
    vi.unstubAllEnvs()
  }
}

function inputOf({ input, typed }: HereOptions): Readable {
  if (typed === undefined) return Readable.from(input === undefined ? [] : [input])
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  terminal.write(typed)
  return terminal
}
