import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { capa } from '#engine/protocols/pop3/commands/capa.ts'
import { ask, toServerReply } from '#engine/protocols/pop3/reply.ts'

/**
 * RFC 2595 section 4. Asked for straight away, without a CAPA first: that saves a round trip, and only a refusal is
 * worth the question whether the upgrade had been offered at all.
 */
export async function stls(line: LineSocket): Promise<Outcome<null, Fault>> {
  const reply = await ask(line, 'STLS')
  if (!reply.ok) return reply
  if (reply.value.status === '+OK') return ok(null)
  const refused: Fault = { kind: 'starttls-refused', reply: toServerReply(reply.value, line) }
  if (reply.value.status === '+') return fail(refused)
  const offered = await capa(line)
  return fail(
    offered.ok && offered.value.names.includes('STLS')
      ? refused
      : { kind: 'starttls-missing', offer: 'none' },
  )
}
