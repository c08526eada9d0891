import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { recogniseService } from '#engine/protocols/foreign-service.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { parseReply, rejected, type Pop3Reply } from '#engine/protocols/pop3/reply.ts'

export async function readGreeting(line: LineSocket): Promise<Outcome<Pop3Reply, Fault>> {
  const first = await line.readLine()
  if (!first.ok) return first
  const service = recogniseService(first.value)
  if (service !== 'pop3') return fail({ kind: 'wrong-service', seen: service })
  const greeting = parseReply(first.value)
  if (!greeting.ok) return greeting
  return greeting.value.status === '+OK' ? ok(greeting.value) : rejected(greeting.value, line)
}
