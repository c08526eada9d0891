import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { ServerCapabilities } from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { extensionNames, mechanismNames } from '#engine/protocols/names.ts'
import { isPositive, readReply, rejected, type SmtpReply } from '#engine/protocols/smtp/reply.ts'

/** RFC 5321 section 4.1.3: an address literal where the client has no name. It tells nothing about this computer. */
const CLIENT = '[127.0.0.1]'

/**
 * EHLO, and HELO for servers that do not know it (RFC 5321 section 3.2): those have no extensions at all.
 * @param client what this side calls itself; a name without a line end, as `parseEhloName` gives it
 */
export async function ehlo(
  line: LineSocket,
  client: string = CLIENT,
): Promise<Outcome<ServerCapabilities, Fault>> {
  const extended = await ask(line, `EHLO ${client}`)
  if (!extended.ok) return extended
  if (isPositive(extended.value)) return ok(readExtensions(extended.value))
  if (extended.value.code < 500 || extended.value.code > 504) return rejected(extended.value, line)
  const plain = await ask(line, `HELO ${client}`)
  if (!plain.ok) return plain
  return isPositive(plain.value) ? ok({ names: [], mechanisms: [] }) : rejected(plain.value, line)
}

async function ask(line: LineSocket, command: string): Promise<Outcome<SmtpReply, Fault>> {
  const written = line.writeLine(command)
  return written.ok ? readReply(line) : written
}

/** The first line names the server; each other line is one keyword with its parameters. */
function readExtensions(reply: SmtpReply): ServerCapabilities {
  const names = extensionNames(reply.lines.slice(1))
  // `AUTH=PLAIN` is how servers of the nineties wrote it.
  const mechanisms = names.flatMap((name) => /^AUTH[ =](.*)$/.exec(name)?.[1]?.split(' ') ?? [])
  return { names, mechanisms: [...new Set(mechanismNames(mechanisms))] }
}
