import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ConsumerRun {
  readonly status: number | null
  /** Standard output alone. */
  readonly results: string
  /** All that it said. */
  readonly output: string
}

/**
 * Runs a program of the system without a terminal: what would ask for a password reads it from standard input.
 * @param words the program and its arguments
 */
export function runConsumer(
  words: readonly string[],
  { env, input = '' }: { readonly env: NodeJS.ProcessEnv; readonly input?: string },
): Promise<ConsumerRun> {
  const [program = '', ...args] = words
  const child = spawn(program, args, { env: { PATH: process.env['PATH'], ...env }, detached: true })
  let results = ''
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (results += chunk.toString('utf8')))
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, results, output }))
  })
}

/** Whether a file in the folder or below it has the text in it. */
export function holds(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).some(
    (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(text),
  )
}
