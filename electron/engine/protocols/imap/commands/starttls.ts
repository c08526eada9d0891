import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandRunner } from '#engine/protocols/imap/command.ts'
import { toServerReply, type StatusResponse } from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { capability } from '#engine/protocols/imap/commands/capability.ts'

/**
 * RFC 9051 section 6.2.1. Where the greeting did not list capabilities the upgrade is asked for straight
 * away, which saves a round trip; only a refusal is worth the question whether it had been offered. Where the
 * list is without it, the command is sent all the same: a server that agrees has offered it, and the network
 * has taken the offer out.
 * @param announced what the greeting listed, or `null`
 */
export async function startTls(
  line: LineSocket,
  commands: CommandRunner,
  announced: readonly string[] | null,
): Promise<Outcome<null, Fault>> {
  // Nothing can go on after STARTTLS but the handshake. To wait for the real answer would be to wait in vain.
  const result = await commands.run(['STARTTLS'], async (text) =>
    fail(refused({ status: 'BAD', text }, line)),
  )
  const agrees = result.ok && result.value.tagged.status === 'OK'
  if (announced !== null && !announced.includes('STARTTLS'))
    return fail({ kind: 'starttls-missing', offer: agrees ? 'stripped' : 'none' })
  if (!result.ok) return result
  if (agrees) return ok(null)
  const offered = announced ?? (await namesNow(commands))
  return fail(
    offered.includes('STARTTLS')
      ? refused(result.value.tagged, line)
      : { kind: 'starttls-missing', offer: 'none' },
  )
}

function refused(reply: Pick<StatusResponse, 'status' | 'text'>, line: LineSocket): Fault {
  return { kind: 'starttls-refused', reply: toServerReply({ code: null, ...reply }, line) }
}

async function namesNow(commands: CommandRunner): Promise<readonly string[]> {
  const answer = await capability(commands)
  return answer.ok ? answer.value.names : []
}
