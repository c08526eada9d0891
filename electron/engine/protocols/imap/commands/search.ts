import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandRunner } from '#engine/protocols/imap/command.ts'
import { toServerReply } from '#engine/protocols/imap/response.ts'
import type { FoundMessage } from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/** Enough for what the receiving side wrote on top, and less than a literal may have. */
const HEAD_OCTETS = 15_000

/**
 * The newest message with this word in its subject in the open mailbox (RFC 9051 section 6.4.4), and its headers. NOOP comes
 * first: it is what lets a server tell, and then search, what has arrived since the mailbox was opened.
 * @param word letters and digits only
 */
export async function findInSubjects(
  line: LineSocket,
  commands: CommandRunner,
  word: string,
): Promise<Outcome<FoundMessage | null, Fault>> {
  const noticed = await commands.run(['NOOP'])
  if (!noticed.ok) return noticed
  const result = await commands.run([`SEARCH SUBJECT "${word}"`])
  if (!result.ok) return result
  const { tagged, untagged } = result.value
  if (tagged.status !== 'OK') return fail({ kind: 'rejected', reply: toServerReply(tagged, line) })
  const number = untagged
    .flatMap((text) => /^SEARCH(?: \d{1,10})* (\d{1,10}) *$/i.exec(text)?.[1] ?? [])
    .at(-1)
  return ok(number === undefined ? null : { head: await headOf(number, commands) })
}

/** The message is there, whatever comes of this: a server that does not give its headers changes nothing about that. */
async function headOf(number: string, commands: CommandRunner): Promise<string | null> {
  const result = await commands.run([`FETCH ${number} (BODY.PEEK[HEADER]<0.${HEAD_OCTETS}>)`])
  if (!result.ok || result.value.tagged.status !== 'OK') return null
  const answer = result.value.untagged.find((text) => /^\d{1,10} FETCH \(/i.test(text))
  const at = answer?.indexOf('\r\n') ?? -1
  return answer === undefined || at === -1 ? null : answer.slice(at + 2)
}
