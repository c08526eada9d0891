import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { isPositive, readReply, rejected, type SmtpReply } from '#engine/protocols/smtp/reply.ts'
import { conclude, MAX_CHALLENGES, type SaslExchange } from '#engine/sasl/mechanism.ts'

const GOODBYE = /^421[ -]/

/**
 * One command has one answer. What follows at once contradicts it, unless the server only says goodbye (RFC 5321
 * section 3.8): after its no, or after its yes where what stands behind it is down, as Dovecot does.
 */
async function verdict(
  reply: SmtpReply,
  exchange: SaslExchange,
  line: LineSocket,
): Promise<Outcome<null, Fault>> {
  const isYes = isPositive(reply)
  if (line.hasUnread) {
    const next = await line.readLine()
    if (next.ok && !GOODBYE.test(next.value)) return fail({ kind: 'garbage' })
  }
  return isYes
    ? conclude(exchange, 'accepted', ok(null))
    : conclude(exchange, 'refused', rejected(reply, line))
}

/** RFC 4954. The initial response saves a round trip; an empty one is written `=`. */
export async function auth(
  line: LineSocket,
  name: string,
  exchange: SaslExchange,
): Promise<Outcome<null, Fault>> {
  const { initial } = exchange
  const command = `AUTH ${name}`
  let written =
    initial === null ? line.writeLine(command) : line.writeLine(`${command} `, initial === '' ? '=' : initial)
  for (let challenges = 0; challenges <= MAX_CHALLENGES; challenges += 1) {
    if (!written.ok) return written
    const reply = await readReply(line)
    if (!reply.ok) return reply
    if (reply.value.code !== 334) return verdict(reply.value, exchange, line)
    // `*` breaks the exchange off (RFC 4954 section 4); the server then answers 501.
    written = line.writeLine((await exchange.respond(reply.value.lines[0] ?? '')) ?? '*')
  }
  return fail({ kind: 'garbage' })
}
