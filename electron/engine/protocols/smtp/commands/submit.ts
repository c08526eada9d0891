import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { TestMessage } from '#engine/round-trip/test-message.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { readReply, rejected } from '#engine/protocols/smtp/reply.ts'

/**
 * One mail transaction (RFC 5321 section 3.3) from the account to itself. Its steps go one after another, although
 * most servers could take them together: which of them is refused is what the diagnosis needs to know.
 * @param extensions what EHLO announced; an address beyond ASCII asks for SMTPUTF8 (RFC 6531) where it is there
 */
export async function submit(
  line: LineSocket,
  { address, source }: TestMessage,
  extensions: readonly string[],
): Promise<Outcome<null, Fault>> {
  const needsUtf8 = /[^\x20-\x7e]/.test(address)
  const parameter = needsUtf8 && extensions.includes('SMTPUTF8') ? ' SMTPUTF8' : ''
  const steps = [
    { code: 250, say: () => line.writeLine(`MAIL FROM:<${address}>${parameter}`) },
    { code: 250, say: () => line.writeLine(`RCPT TO:<${address}>`) },
    { code: 354, say: () => line.writeLine('DATA') },
    { code: 250, say: () => line.writeMessage(source) },
  ] as const
  for (const { code, say } of steps) {
    const said = say()
    if (!said.ok) return said
    const reply = await readReply(line)
    if (!reply.ok) return reply
    if (reply.value.code !== code) return rejected(reply.value, line)
  }
  return ok(null)
}
