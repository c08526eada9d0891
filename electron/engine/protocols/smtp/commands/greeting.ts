import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { recogniseService } from '#engine/protocols/foreign-service.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { completeReply, rejected, type SmtpReply } from '#engine/protocols/smtp/reply.ts'

/** RFC 5321 section 3.1: 220 opens the session, 554 and 421 turn the client away. */
export async function readGreeting(line: LineSocket): Promise<Outcome<SmtpReply, Fault>> {
  const first = await line.readLine()
  if (!first.ok) return first
  const service = recogniseService(first.value)
  if (service !== 'smtp') return fail({ kind: 'wrong-service', seen: service })
  const reply = await completeReply(line, first.value)
  if (!reply.ok) return reply
  return reply.value.code === 220 ? ok(reply.value) : rejected(reply.value, line)
}
