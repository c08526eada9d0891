import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ServerCapabilities } from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { readReply, toServerReply } from '#engine/protocols/smtp/reply.ts'

/**
 * RFC 3207. Anything but 220 means that this line will never be encrypted. The command is sent even where it was not
 * offered: a server that then agrees has offered it, and the network has taken the offer out. In either case
 * nothing else is said on this line.
 */
export async function startTls(line: LineSocket, offered: ServerCapabilities): Promise<Outcome<null, Fault>> {
  // After HELO there is no list that something could be missing from.
  if (offered.names.length === 0) return fail({ kind: 'starttls-missing', offer: 'none' })
  const written = line.writeLine('STARTTLS')
  if (!written.ok) return written
  const reply = await readReply(line)
  const agrees = reply.ok && reply.value.code === 220
  if (!offered.names.includes('STARTTLS'))
    return fail({ kind: 'starttls-missing', offer: agrees ? 'stripped' : 'none' })
  if (!reply.ok) return reply
  return agrees ? ok(null) : fail({ kind: 'starttls-refused', reply: toServerReply(reply.value, line) })
}
