import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { TestMessage } from '#engine/round-trip/test-message.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { envelopeOf } from '#engine/protocols/smtp/commands/envelope.ts'
import { isIntermediate, isPositive, readReply, rejected } from '#engine/protocols/smtp/reply.ts'

/**
 * One mail transaction (RFC 5321 section 3.3). Its steps go one after another, although
 * most servers could take them together: which of them is refused is what the diagnosis needs to know.
 * @param extensions what EHLO announced
 */
export async function submit(
  line: LineSocket,
  { from, to, source }: TestMessage,
  extensions: readonly string[],
): Promise<Outcome<null, Fault>> {
  const { mail, rcpt } = envelopeOf({ from, to }, extensions)
  const steps = [
    { command: 'MAIL', isYes: isPositive, say: () => line.writeLine(mail) },
    { command: 'RCPT', isYes: isPositive, say: () => line.writeLine(rcpt) },
    { command: 'DATA', isYes: isIntermediate, say: () => line.writeLine('DATA') },
    { command: 'DATA', isYes: isPositive, say: () => line.writeMessage(source) },
  ] as const
  for (const { command, isYes, say } of steps) {
    const said = say()
    if (!said.ok) return said
    const reply = await readReply(line)
    if (!reply.ok) return reply
    if (!isYes(reply.value)) return rejected(reply.value, line, command)
  }
  return ok(null)
}
