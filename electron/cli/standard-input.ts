import { fstatSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { errorCode } from '#engine/error-code.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { Terminal } from '#cli/terminal.ts'

const STANDARD_INPUT = 0

/**
 * Standard input, or in its place a stream that fails when it is read. Node takes a folder for an empty stream and
 * opens the null device where the shell has closed standard input: neither is an empty text that the user gave.
 */
export function openStandardInput(): Terminal['input'] {
  const code = problemOfInput()
  return code === null ? process.stdin : new Readable({ read: fail(code) })
}

function problemOfInput(): string | null {
  try {
    const input = fstatSync(STANDARD_INPUT)
    if (input.isDirectory()) return 'EISDIR'
    return input.isCharacterDevice() && input.rdev === statSync('/dev/null').rdev ? 'closed' : null
  } catch {
    // No such device on Windows, and nothing to ask about on other systems: reading tells.
    return null
  }
}

function fail(code: string) {
  return function (this: Readable) {
    this.destroy(Object.assign(new Error('standard input'), { code }))
  }
}

/**
 * What is piped in, or a little more than `limit` octets of it, if there are more.
 * @throws UsageError where it cannot be read
 */
export async function readStandardInput(input: Terminal['input'], limit: number): Promise<Buffer> {
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
    throw new UsageError('cli.standard-input', { code: errorCode(error) })
  }
  return Buffer.concat(chunks)
}
