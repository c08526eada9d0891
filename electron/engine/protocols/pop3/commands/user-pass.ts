import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { ask, readReply, rejected } from '#engine/protocols/pop3/reply.ts'
import type { Secret } from '#engine/secret.ts'

/**
 * RFC 1939 section 7. A server that refuses the name already never gets to see the password.
 * @param sendBehind called when all of the sign-in is on its way
 */
export async function userPass(
  line: LineSocket,
  userName: string,
  secret: Secret,
  sendBehind: () => void,
): Promise<Outcome<null, Fault>> {
  const user = await ask(line, `USER ${userName}`)
  if (!user.ok) return user
  if (user.value.status !== '+OK') return rejected(user.value, line)
  const written = line.writeLine('PASS ', secret)
  if (!written.ok) return written
  sendBehind()
  const pass = await readReply(line)
  if (!pass.ok) return pass
  return pass.value.status === '+OK' ? ok(null) : rejected(pass.value, line)
}
