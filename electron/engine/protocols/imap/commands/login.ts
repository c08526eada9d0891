import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { CommandResult, CommandRunner } from '#engine/protocols/imap/command.ts'
import { refusedLogin } from '#engine/protocols/imap/refused-login.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { Secret } from '#engine/secret.ts'
import type { WirePart } from '#engine/transcript.ts'

/**
 * The LOGIN command (RFC 9051 section 6.2.3). Quoted strings are ASCII; a name or password with other letters goes as a
 * literal (section 4.3), in UTF-8 as AUTHENTICATE sends them, for which the server gives its go-ahead.
 */
export async function login(
  line: LineSocket,
  commands: CommandRunner,
  { userName, secret }: { readonly userName: string; readonly secret: Secret },
): Promise<Outcome<CommandResult, Fault>> {
  const [first, ...rest] = linesOf(userName, secret.reveal())
  const result = await commands.run(['LOGIN ', ...first], () => Promise.resolve(ok(rest.shift() ?? null)))
  if (!result.ok) return result
  return result.value.tagged.status === 'OK' ? ok(result.value) : refusedLogin(result.value, line)
}

/** The arguments of the command; each line after the first is written when the server has asked for it. */
function linesOf(userName: string, password: string): readonly [first: readonly WirePart[], ...WirePart[]] {
  const [name, quotedPassword] = [quoted(userName), quoted(password)]
  const last = new Secret(quotedPassword ?? password)
  if (name === null)
    return quotedPassword === null
      ? [[announced(userName)], `${userName} ${announced(password)}`, last]
      : [[announced(userName)], new Secret(`${userName} ${quotedPassword}`)]
  return quotedPassword === null ? [[name, ' ', announced(password)], last] : [[name, ' ', last]]
}

function quoted(text: string): string | null {
  return /^[\x20-\x7e]*$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : null
}

function announced(text: string): string {
  return `{${Buffer.byteLength(text, 'utf8')}}`
}
