import { createInterface } from 'node:readline/promises'
import { meansYes } from '#shared/i18n/languages.ts'
import { MOST_READ, secretFrom } from '#cli/credential-input.ts'
import { InterruptedError } from '#cli/exit-status.ts'
import { inertLine } from '#cli/output/inert.ts'
import { SecretLine } from '#cli/secret-line.ts'
import { readStandardInput } from '#cli/standard-input.ts'
import type { Terminal } from '#cli/terminal.ts'

/**
 * A question to be answered with yes, in any language of the product; anything else is no.
 * @throws InterruptedError where there is no answer
 */
export async function confirm(terminal: Terminal, question: string): Promise<boolean> {
  const reader = createInterface({ input: terminal.input, output: terminal.progress })
  try {
    const answer = await reader.question(`${question} `, { signal: terminal.signal })
    return meansYes(answer)
  } catch (error) {
    // Ctrl+C, Ctrl+D, or a signal.
    throw error instanceof Error && error.name === 'AbortError' ? new InterruptedError() : error
  } finally {
    reader.close()
  }
}

/**
 * Asks for a secret without showing it. Nothing in it is interpreted but the keys that take back (`SecretLine`).
 * @throws UsageError for one that cannot be used, InterruptedError where none was given
 */
export async function askSecret(terminal: Terminal, question: string): Promise<string> {
  terminal.progress.write(`${inertLine(question)} `)
  try {
    return secretFrom(await readUnseen(terminal))
  } finally {
    terminal.progress.write('\n')
  }
}

/** What is pasted by mistake may have no end of a line for long: no more of it is kept than a secret can be long. */
async function readUnseen({ input, signal }: Terminal): Promise<Uint8Array> {
  const line = new SecretLine()
  input.setRawMode?.(true)
  try {
    await new Promise<void>((resolve, reject) => {
      const onData = (chunk: Buffer | string) => {
        const rest = line.take(Buffer.from(chunk))
        if (line.state === 'open' && line.length <= MOST_READ) return
        end()
        // A question that follows reads on from here.
        if (rest.length > 0) input.unshift(rest)
        if (line.state === 'interrupted') reject(new InterruptedError())
        else resolve()
      }
      const stop = () => {
        end()
        reject(new InterruptedError())
      }
      const end = () => {
        input.off('data', onData).off('end', stop).off('close', stop).off('error', stop).pause()
        signal.removeEventListener('abort', stop)
      }
      if (signal.aborted) return reject(new InterruptedError())
      signal.addEventListener('abort', stop, { once: true })
      input.on('data', onData).on('end', stop).on('close', stop).on('error', stop).resume()
    })
  } finally {
    input.setRawMode?.(false)
  }
  return line.octets()
}

/**
 * The secret that a script pipes in: everything up to the end, without one final line break. A pipe without an end, or
 * a file by mistake, is read no further than a secret can be long.
 * @throws UsageError for one that cannot be used
 */
export async function readSecret(terminal: Terminal): Promise<string> {
  return secretFrom(await readStandardInput(terminal.input, MOST_READ))
}
