import { createHash } from 'node:crypto'
import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { ask, rejected } from '#engine/protocols/pop3/reply.ts'
import { Secret } from '#engine/secret.ts'

/** The timestamp a server puts into its greeting when it knows APOP. */
export function apopTimestamp(greeting: string): string | null {
  return /<[!-;=?-~]+@[!-;=?-~]+>/.exec(greeting)?.[0] ?? null
}

/**
 * APOP (RFC 1939 section 7). Its digest can be guessed at offline and its collisions are known (CVE-2007-1558), so it
 * is used only inside TLS and only where a server offers nothing else.
 */
export async function apop(
  line: LineSocket,
  userName: string,
  secret: Secret,
  timestamp: string,
): Promise<Outcome<null, Fault>> {
  const digest = createHash('md5').update(timestamp).update(secret.reveal()).digest('hex')
  const reply = await ask(line, `APOP ${userName} `, new Secret(digest))
  if (!reply.ok) return reply
  return reply.value.status === '+OK' ? ok(null) : rejected(reply.value, line)
}
