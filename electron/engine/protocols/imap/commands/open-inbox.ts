import type { Fault } from '#shared/domain/fault.ts'
import type { StageFacts } from '#shared/domain/stage.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandRunner } from '#engine/protocols/imap/command.ts'
import { EXAMINE } from '#engine/protocols/imap/commands/examine.ts'
import { ID } from '#engine/protocols/imap/commands/id.ts'
import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'
import { LIST } from '#engine/protocols/imap/commands/list.ts'
import { QUOTA } from '#engine/protocols/imap/commands/quota.ts'
import { STATUS } from '#engine/protocols/imap/commands/status.ts'
import { toServerReply } from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/**
 * Opens INBOX: a login proves the password, only this proves the mailbox. Who we are and what is worth knowing about
 * the mailbox travel in the same flight. EXAMINE alone decides; the others may be refused, misunderstood or answered
 * oddly.
 * @param capabilities what the server announced last
 */
export async function openInbox(
  line: LineSocket,
  commands: CommandRunner,
  capabilityNames: readonly string[],
): Promise<Outcome<StageFacts['mailbox'], Fault>> {
  const flight = flightFor(capabilityNames)
  const results = await commands.runTogether(flight.map(({ command }) => [command]))
  if (!results.ok) return results
  const examined = results.value[flight.indexOf(EXAMINE)]
  if (examined === undefined) return fail({ kind: 'garbage' })
  if (!examined.ok) return examined
  const { tagged } = examined.value
  if (tagged.status !== 'OK') return fail({ kind: 'rejected', reply: toServerReply(tagged, line) })
  const untagged = results.value.flatMap((result) => (result.ok ? result.value.untagged : []))
  return ok(flight.reduce((facts, { learn }) => ({ ...facts, ...learn(untagged) }), {}))
}

/** Later answers outweigh earlier ones: what EXAMINE counts is newer than what STATUS did. */
function flightFor(capabilityNames: readonly string[]): readonly MailboxCommand[] {
  const hasQuota = capabilityNames.some((name) => name === 'QUOTA' || name.startsWith('QUOTA='))
  return [
    ...(capabilityNames.includes('ID') ? [ID] : []),
    LIST,
    STATUS,
    EXAMINE,
    ...(hasQuota ? [QUOTA] : []),
  ]
}
