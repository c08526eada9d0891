import type { FileHandle } from 'node:fs/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { openPlainFile, readProblem, type ReadProblem } from '#engine/files/plain-file.ts'

const CHUNK = 64 * 1024

/** The text of a plain file of any length, a part at a time. Nothing of it is kept. */
export interface PlainText {
  /**
   * The next part, `null` at the end. Octets that are no UTF-8 become U+FFFD; a mark of the byte order in front is
   * dropped.
   */
  readonly next: () => Promise<Outcome<string | null, ReadProblem>>
  readonly close: () => Promise<void>
}

/** Only plain files are opened, as by `readPlainFile`. */
export async function openPlainText(path: string): Promise<Outcome<PlainText, ReadProblem>> {
  const opened = await openPlainFile(path)
  if (!opened.ok) return opened
  const { file } = opened.value
  const decoder = new TextDecoder()
  let hasEnded = false
  const next = async (): Promise<Outcome<string | null, ReadProblem>> => {
    if (hasEnded) return ok(null)
    const octets = await readPart(file)
    if (!octets.ok) return octets
    hasEnded = octets.value === null
    return ok(octets.value === null ? decoder.decode() : decoder.decode(octets.value, { stream: true }))
  }
  return ok({ next, close: () => file.close() })
}

async function readPart(file: FileHandle): Promise<Outcome<Buffer | null, ReadProblem>> {
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK))
    return ok(bytesRead === 0 ? null : buffer.subarray(0, bytesRead))
  } catch (error) {
    return fail(readProblem(error))
  }
}
