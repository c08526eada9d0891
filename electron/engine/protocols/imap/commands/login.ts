import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandResult, CommandRunner } from '#engine/protocols/imap/command.ts'
import { refusedLogin } from '#engine/protocols/imap/refused-login.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { Secret } from '#engine/secret.ts'

/**
 * The LOGIN command (RFC 9051 section 6.2.3), for servers that announce no mechanism. Its strings are ASCII; a name
 * or password with other letters needs AUTHENTICATE.
 */
export async function login(
  line: LineSocket,
  commands: CommandRunner,
  userName: string,
  secret: Secret,
): Promise<Outcome<CommandResult, Fault>> {
  const password = quoted(secret.reveal())
  const name = quoted(userName)
  if (name === null || password === null) return fail({ kind: 'no-usable-mechanism', offered: ['LOGIN'] })
  const result = await commands.run(['LOGIN ', name, ' ', new Secret(password)])
  if (!result.ok) return result
  return result.value.tagged.status === 'OK' ? ok(result.value) : refusedLogin(result.value, line)
}

function quoted(text: string): string | null {
  return /^[\x20-\x7e]*$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : null
}
