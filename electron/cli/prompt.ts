import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { meansYes } from '#shared/i18n/languages.ts'
import { errorCode } from '#engine/error-code.ts'
import { MOST_READ, refuseTooLong, secretFrom, usableSecret } from '#cli/credential-input.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { Terminal } from '#cli/terminal.ts'

/** A question to be answered with yes, in any language of the product; anything else is no. */
export async function confirm(terminal: Terminal, question: string): Promise<boolean> {
  const reader = createInterface({ input: terminal.input, output: terminal.progress })
  try {
    const answer = await reader.question(`${question} `, { signal: terminal.signal })
    return meansYes(answer)
  } finally {
    reader.close()
  }
}

/**
 * Asks for a secret without showing it.
 * @throws UsageError for one that cannot be used
 */
export async function askSecret(terminal: Terminal, question: string): Promise<string> {
  terminal.progress.write(`${question} `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: terminal.input, output: unseen, terminal: true })
  const flood = stopFlood(terminal.input)
  try {
    const signal = AbortSignal.any([terminal.signal, flood.signal])
    return usableSecret(await reader.question('', { signal }))
  } catch (error) {
    if (flood.signal.aborted) refuseTooLong()
    throw error
  } finally {
    flood.end()
    reader.close()
    terminal.progress.write('\n')
  }
}

/** What is pasted by mistake has no end of a line for long; the reader would keep all of it. */
function stopFlood(input: Terminal['input']) {
  const controller = new AbortController()
  let octets = 0
  const count = (chunk: Buffer | string) => {
    octets += chunk.length
    if (octets > MOST_READ) controller.abort()
  }
  input.on('data', count)
  return { signal: controller.signal, end: () => input.off('data', count) }
}

/**
 * The secret that a script pipes in: everything up to the end, without one final line break. A pipe without an end, or
 * a file by mistake, is read no further than a secret can be long.
 * @throws UsageError for one that cannot be used
 */
export async function readSecret(terminal: Terminal): Promise<string> {
  return secretFrom(await readUpTo(MOST_READ, terminal.input))
}

/** A little more than `limit` octets, if there are more. */
async function readUpTo(limit: number, input: Terminal['input']): Promise<Buffer> {
  const chunks: Buffer[] = []
  let octets = 0
  try {
    for await (const chunk of input as AsyncIterable<Buffer | string>) {
      const read = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      chunks.push(read)
      octets += read.length
      // Leaving the loop destroys the pipe.
      if (octets > limit) break
    }
  } catch (error) {
    throw new UsageError(`standard input cannot be read (${errorCode(error)})`)
  }
  return Buffer.concat(chunks)
}
