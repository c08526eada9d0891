import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { envelopeOf } from '#engine/protocols/smtp/commands/envelope.ts'
import { isPositive, readReply, rejected } from '#engine/protocols/smtp/reply.ts'

const TAKE_BACK = 'RSET'

/**
 * Asks a server whether it would take mail from this address to itself, and takes the question back before there is
 * any (RFC 5321 section 4.1.1.5). In one flight where PIPELINING is announced (RFC 2920), else one after another. The
 * first no ends it: after it a server may say nothing more.
 */
export async function rcptDryRun(
  line: LineSocket,
  address: string,
  extensions: readonly string[],
): Promise<Outcome<null, Fault>> {
  const { mail, rcpt } = envelopeOf({ from: address, to: address }, extensions)
  const commands = [mail, rcpt, TAKE_BACK]
  const flights = extensions.includes('PIPELINING') ? [commands] : commands.map((command) => [command])
  for (const flight of flights) {
    for (const command of flight) {
      const written = line.writeLine(command)
      if (!written.ok) return written
    }
    for (const command of flight) {
      const reply = await readReply(line)
      if (!reply.ok) return reply
      // Both questions have been answered by then, whatever the server thinks of RSET.
      if (command !== TAKE_BACK && !isPositive(reply.value))
        return rejected(reply.value, line, command === mail ? 'MAIL' : 'RCPT')
    }
  }
  return ok(null)
}
