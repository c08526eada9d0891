import type { Fault } from '#shared/domain/fault.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import type { CommandResult } from '#engine/protocols/imap/command.ts'
import { parseStatus, toServerReply } from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/**
 * A refused sign-in as evidence. Gmail says the decisive thing (`* NO [WEBALERT …]`) in an untagged line before a
 * tagged one that only says no, so codes and words of both count.
 */
export function refusedLogin(result: CommandResult, line: LineSocket): Outcome<never, Fault> {
  const statuses = result.untagged.flatMap((text) => parseStatus(text) ?? [])
  const notices = statuses.filter((status) => status.status === 'NO' || status.status === 'BAD')
  const tagged = toServerReply(result.tagged, line)
  const codes = [result.tagged, ...notices].map((status) => toServerReply(status, line).responseCode)
  const telling = codes.find((code) => code !== null && code !== 'ALERT') ?? tagged.responseCode
  const words = [result.tagged, ...notices].map((status) => status.text).join(' ')
  return fail({ kind: 'rejected', reply: { ...tagged, responseCode: telling, text: line.quote(words) } })
}
