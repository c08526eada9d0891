import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { inRoot } from '../../scripts/lib/paths.ts'
import { schemaFault } from './checked-json.ts'
import type { Command } from './real/keyring-session.ts'

export interface CliRun {
  readonly status: number
  readonly results: string
  readonly progress: string
}

export interface CliOptions {
  /** Words for Node itself. */
  readonly node?: readonly string[]
  /** A stream may have no end. */
  readonly input?: string | Buffer | Readable
  readonly env?: NodeJS.ProcessEnv
  /** The folder in which it is called, where names of files are relative to one. */
  readonly cwd?: string
  /** Runs the program inside something else, a keyring session for one. */
  readonly wrap?: (command: Command) => Command
  /** Given the means to send it a signal while it runs, and its number. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void, pid: number) => void
  /** Told what has been said on standard error so far; `interrupt` is Ctrl-C. */
  readonly onProgress?: (text: string, interrupt: () => void) => void
}

/** Runs the terminal program from its sources, as a user would run the built one. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { node = [] } = options
  // Refused passwords are remembered; no test may count those of another.
  const data = mkdtempSync(join(tmpdir(), 'mailwright-data-'))
  const { wrap = (command) => command } = options
  const [program, ...words] = wrap([process.execPath, ...node, inRoot('electron/cli/main.ts'), ...args])
  const child = spawn(program, words, {
    env: {
      ...process.env,
      LANG: 'en_US.UTF-8',
      LC_ALL: 'en_US.UTF-8',
      MAILWRIGHT_DATA_DIR: data,
      // Hundreds of runs compile the same sources: with what the first of them keeps, each begins in half the time.
      NODE_COMPILE_CACHE: inRoot('.cache', 'compiled'),
      ...options.env,
    },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  options.onStart?.((signal) => child.kill(signal), child.pid ?? 0)
  let results = ''
  let progress = ''
  child.stdout.on('data', (chunk: Buffer) => (results += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => {
    progress += chunk.toString('utf8')
    options.onProgress?.(progress, () => child.kill('SIGINT'))
  })
  child.stdin.on('error', () => {})
  const { input = '' } = options
  if (input instanceof Readable) input.pipe(child.stdin)
  else child.stdin.end(input)
  return new Promise((resolve, reject) =>
    child.once('close', (code) => {
      rmSync(data, { recursive: true, force: true })
      if (input instanceof Readable) input.destroy()
      const fault = schemaFault(args, results)
      if (fault === null) resolve({ status: code ?? -1, results, progress })
      else reject(fault)
    }),
  )
}
