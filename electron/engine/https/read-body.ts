import type { IncomingMessage } from 'node:http'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** RFC 9110 asks for no limit; no honest server of a small document needs more. */
export const MAX_HEADER_BYTES = 16_384

/** A whole body of at most so many bytes. A packed one is refused rather than unpacked: a bomb costs nothing that way. */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<Outcome<Buffer, LookUpFault>> {
  const { headers } = response
  const refuse = (why: 'malformed' | 'too-big') => {
    response.destroy()
    return fail({ kind: 'document', why } as const)
  }
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    return refuse('malformed')
  if (Number(headers['content-length'] ?? 0) > maxBytes) return refuse('too-big')
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > maxBytes) return fail({ kind: 'document', why: 'too-big' })
      chunks.push(chunk)
    }
  } catch {
    return fail({ kind: 'disconnected', how: 'closed' })
  }
  return ok(Buffer.concat(chunks))
}
