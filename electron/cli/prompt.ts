import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { UsageError } from '#cli/exit-status.ts'
import type { Terminal } from '#cli/terminal.ts'

/** A question to be answered with yes; anything else is no. */
export async function confirm(
  terminal: Terminal,
  question: string,
  yes: readonly string[],
): Promise<boolean> {
  const reader = createInterface({ input: terminal.input, output: terminal.progress })
  try {
    const answer = await reader.question(`${question} `, { signal: terminal.signal })
    return yes.includes(answer.trim().toLowerCase())
  } finally {
    reader.close()
  }
}

/** Asks for a secret without showing it. */
export async function askSecret(terminal: Terminal, question: string): Promise<string> {
  terminal.progress.write(`${question} `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: terminal.input, output: unseen, terminal: true })
  try {
    return await reader.question('', { signal: terminal.signal })
  } finally {
    reader.close()
    terminal.progress.write('\n')
  }
}

/** The secret that a script pipes in: everything up to the end, without one final line break. */
export async function readSecret(terminal: Terminal): Promise<string> {
  const secret = (await readAll(terminal.input)).replace(/\r?\n$/, '')
  if (secret === '') throw new UsageError('no secret on standard input')
  if (/[\r\n\0]/.test(secret)) throw new UsageError('the secret on standard input has more than one line')
  return secret
}
