import { open } from 'node:fs/promises'
import { UsageError } from '#cli/exit-status.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { Pasted } from '#shared/explain/explain.ts'

const MAX_BYTES = 1024 * 1024

/**
 * A file, or standard input for `-` and for nothing.
 * @throws UsageError that says why it cannot be read; nothing beyond the limit is ever kept
 */
export async function readPasted(terminal: Terminal, name: string | undefined): Promise<Pasted> {
  const octets = name === undefined || name === '-' ? await readAll(terminal.input) : await readFile(name)
  return { text: decode(octets), octets }
}

async function readFile(name: string): Promise<Uint8Array> {
  try {
    const file = await open(name)
    try {
      return await readAll(file.createReadStream({ autoClose: false }))
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`cannot read ${name}`)
  }
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
    size += bytes.length
    if (size > MAX_BYTES)
      throw new UsageError('the text is longer than 1 MiB; paste only the part with the error')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Old mail is often not in UTF-8; a byte that cannot be UTF-8 means that none of it is. */
function decode(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}
