import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { ask, readReply, rejected } from '#engine/protocols/pop3/reply.ts'
import { conclude, MAX_CHALLENGES, type SaslExchange, type SaslMessage } from '#engine/sasl/mechanism.ts'

/** RFC 5034 section 4: a command line has at most 255 octets; a longer first message waits for the challenge. */
const MAX_COMMAND_OCTETS = 255

/**
 * One exchange, from the command to the verdict.
 * @param sendBehind called when all of the sign-in is on its way and no challenge can follow; tells whether it sent
 * anything
 */
export async function auth(
  line: LineSocket,
  name: string,
  exchange: SaslExchange,
  sendBehind: () => boolean,
): Promise<Outcome<null, Fault>> {
  const inline = inlineMessage(name, exchange)
  let pending = inline === null ? exchange.initial : null
  const written = line.writeLine(`AUTH ${name}`, ...(inline === null ? [] : [' ', inline]))
  if (!written.ok) return written
  const isFollowed = inline !== null && exchange.messages === 'one' && sendBehind()
  let reply = await readReply(line)
  for (let challenges = 0; challenges <= MAX_CHALLENGES; challenges += 1) {
    if (!reply.ok) return reply
    // This server takes what came behind the sign-in for the answer to its question, and its verdict is worthless.
    if (isFollowed && reply.value.status === '+') return fail({ kind: 'garbage' })
    if (reply.value.status === '+OK') return conclude(exchange, 'accepted', ok(null))
    if (reply.value.status === '-ERR') return conclude(exchange, 'refused', rejected(reply.value, line))
    reply = await ask(line, pending ?? (await exchange.respond(reply.value.text)) ?? '*')
    pending = null
  }
  return fail({ kind: 'garbage' })
}

/** The first message, if it may travel with the command. */
function inlineMessage(name: string, { initial }: SaslExchange): SaslMessage | null {
  if (initial === null) return null
  return `AUTH ${name}`.length + 3 + lengthOf(initial) <= MAX_COMMAND_OCTETS ? initial : null
}

function lengthOf(message: SaslMessage): number {
  return typeof message === 'string' ? message.length : message.reveal().length
}
