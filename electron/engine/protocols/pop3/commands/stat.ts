import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { ask, rejected } from '#engine/protocols/pop3/reply.ts'

/** RFC 1939 section 5: how many messages are waiting. */
export async function stat(line: LineSocket): Promise<Outcome<{ readonly messages: number }, Fault>> {
  const reply = await ask(line, 'STAT')
  if (!reply.ok) return reply
  if (reply.value.status !== '+OK') return rejected(reply.value, line)
  return ok({ messages: Number(/^(\d{1,10})(?:\s|$)/.exec(reply.value.text)?.[1] ?? 0) })
}
