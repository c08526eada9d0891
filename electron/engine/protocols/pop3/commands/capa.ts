import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { ServerCapabilities } from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { capabilityLines, mechanismNames } from '#engine/protocols/names.ts'
import { ask, readLines } from '#engine/protocols/pop3/reply.ts'

/** What every server can do that is too old to be asked (RFC 1939). */
export const BEFORE_CAPA: ServerCapabilities = { names: ['USER'], mechanisms: [] }

/** RFC 2449 section 5. A server that does not know the question refuses it, or hangs up; the sign-in will show. */
export async function capa(line: LineSocket): Promise<Outcome<ServerCapabilities, Fault>> {
  const reply = await ask(line, 'CAPA')
  if (!reply.ok) return isHangUp(reply.error) ? ok(BEFORE_CAPA) : reply
  if (reply.value.status !== '+OK') return ok(BEFORE_CAPA)
  const lines = await readLines(line)
  if (!lines.ok) return lines
  const names = capabilityLines(lines.value)
  const mechanisms = names.flatMap((name) =>
    name.startsWith('SASL ') ? name.slice('SASL '.length).split(' ') : [],
  )
  return ok({ names, mechanisms: mechanismNames(mechanisms) })
}

/** A reset is none: the server or the network has broken. */
function isHangUp(fault: Fault): boolean {
  return fault.kind === 'disconnected' && fault.how === 'closed'
}
