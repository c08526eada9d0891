import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { ask, rejected } from '#engine/protocols/pop3/reply.ts'
import { conclude, MAX_CHALLENGES, type SaslExchange } from '#engine/sasl/mechanism.ts'

/** RFC 5034 section 4: a command line has at most 255 octets; a longer first message waits for the challenge. */
const MAX_COMMAND_OCTETS = 255

export async function auth(
  line: LineSocket,
  name: string,
  exchange: SaslExchange,
): Promise<Outcome<null, Fault>> {
  const command = `AUTH ${name}`
  const fits =
    exchange.initial !== null && command.length + 3 + lengthOf(exchange.initial) <= MAX_COMMAND_OCTETS
  let pending = fits ? null : exchange.initial
  let reply = await (fits && exchange.initial !== null
    ? ask(line, `${command} `, exchange.initial)
    : ask(line, command))
  for (let challenges = 0; challenges <= MAX_CHALLENGES; challenges += 1) {
    if (!reply.ok) return reply
    if (reply.value.status === '+OK') return conclude(exchange, 'accepted', ok(null))
    if (reply.value.status === '-ERR') return conclude(exchange, 'refused', rejected(reply.value, line))
    reply = await ask(line, pending ?? (await exchange.respond(reply.value.text)) ?? '*')
    pending = null
  }
  return fail({ kind: 'garbage' })
}

function lengthOf(message: NonNullable<SaslExchange['initial']>): number {
  return typeof message === 'string' ? message.length : message.reveal().length
}
