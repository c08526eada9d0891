import { PassThrough, Readable } from 'node:stream'
import { vi } from 'vitest'
import { runCommandLine } from '#cli/run.ts'
import { requireSchema } from './checked-json.ts'
import type { CliRun } from './cli.ts'

export interface HereOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  /** Given Ctrl-C before it begins. */
  readonly onStart?: (interrupt: () => void) => void
  /** Told what has been said on standard error so far; `interrupt` is Ctrl-C. */
  readonly onProgress?: (text: string, interrupt: () => void) => void
}

/** Runs one command line in this very process: a second less than a program of its own. */
export async function runHere(args: readonly string[], options: HereOptions = {}): Promise<CliRun> {
  const { env = {}, input } = options
  const controller = new AbortController()
  const [results, progress] = [new PassThrough(), new PassThrough()]
  options.onStart?.(() => controller.abort())
  const said = { results: '', progress: '' }
  results.on('data', (chunk: Buffer) => (said.results += chunk.toString()))
  progress.on('data', (chunk: Buffer) => {
    said.progress += chunk.toString()
    options.onProgress?.(said.progress, () => controller.abort())
  })
  const data = env['MAILWRIGHT_DATA_DIR']
  if (data !== undefined) vi.stubEnv('MAILWRIGHT_DATA_DIR', data)
  try {
    const status = await runCommandLine(args, {
      input: Readable.from(input === undefined ? [] : [input]),
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
