import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { ServerCapabilities } from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { capabilityLines, mechanismNames } from '#engine/protocols/names.ts'
import { ask, readLines } from '#engine/protocols/pop3/reply.ts'

/** What every server can do that is too old to be asked (RFC 1939). */
const BEFORE_CAPA: ServerCapabilities = { names: ['USER'], mechanisms: [] }

/** RFC 2449 section 5. */
export async function capa(line: LineSocket): Promise<Outcome<ServerCapabilities, Fault>> {
  const reply = await ask(line, 'CAPA')
  if (!reply.ok) return reply
  if (reply.value.status !== '+OK') return ok(BEFORE_CAPA)
  const lines = await readLines(line)
  if (!lines.ok) return lines
  const names = capabilityLines(lines.value)
  const mechanisms = names.flatMap((name) =>
    name.startsWith('SASL ') ? name.slice('SASL '.length).split(' ') : [],
  )
  return ok({ names, mechanisms: mechanismNames(mechanisms) })
}
