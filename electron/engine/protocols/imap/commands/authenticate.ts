import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { CommandResult, CommandRunner } from '#engine/protocols/imap/command.ts'
import { refusedLogin } from '#engine/protocols/imap/refused-login.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { conclude, MAX_CHALLENGES, type SaslExchange } from '#engine/sasl/mechanism.ts'

/** RFC 9051 section 6.2.2; with SASL-IR (RFC 4959) the first message travels with the command. */
export async function authenticate(
  line: LineSocket,
  commands: CommandRunner,
  name: string,
  exchange: SaslExchange,
  options: { readonly initialResponse: 'allowed' | 'forbidden' },
): Promise<Outcome<CommandResult, Fault>> {
  const { initial } = exchange
  const inline = options.initialResponse === 'allowed' ? initial : null
  let pending = inline === null ? initial : null
  let challenges = 0
  const command = `AUTHENTICATE ${name}`
  const parts = inline === null ? [command] : [`${command} `, inline === '' ? '=' : inline]
  const result = await commands.run(parts, async (challenge) => {
    challenges += 1
    if (challenges > MAX_CHALLENGES) return ok(null)
    const answer = pending ?? (await exchange.respond(challenge))
    pending = null
    return ok(answer)
  })
  if (!result.ok) return result
  return result.value.tagged.status === 'OK'
    ? conclude(exchange, 'accepted', ok(result.value))
    : conclude(exchange, 'refused', refusedLogin(result.value, line))
}
