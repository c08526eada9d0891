import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandRunner } from '#engine/protocols/imap/command.ts'
import { toServerReply } from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/**
 * Whether a message with this word in its subject is in the open mailbox now (RFC 9051 section 6.4.4). NOOP comes
 * first: it is what lets a server tell, and then search, what has arrived since the mailbox was opened.
 * @param word letters and digits only
 */
export async function findInSubjects(
  line: LineSocket,
  commands: CommandRunner,
  word: string,
): Promise<Outcome<boolean, Fault>> {
  const noticed = await commands.run(['NOOP'])
  if (!noticed.ok) return noticed
  const result = await commands.run([`SEARCH SUBJECT "${word}"`])
  if (!result.ok) return result
  const { tagged, untagged } = result.value
  if (tagged.status !== 'OK') return fail({ kind: 'rejected', reply: toServerReply(tagged, line) })
  return ok(untagged.some((text) => /^SEARCH(?: \d{1,10})+ *$/i.test(text)))
}
