import type { Fault } from '#shared/domain/fault.ts'
import type { StageFacts } from '#shared/domain/stage.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandResult, CommandRunner } from '#engine/protocols/imap/command.ts'
import { toServerReply } from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/** Some providers let only programs in that introduce themselves (RFC 2971; NetEase: "Unsafe Login"). */
const ID = 'ID ("name" "Mailwright")'

/**
 * Opens INBOX read-only (RFC 9051 section 6.3.3): a login proves the password, only this proves the mailbox. Who we
 * are and how full the mailbox is travel in the same flight; neither has to succeed.
 * @param abilities what the server announced last
 */
export async function openInbox(
  line: LineSocket,
  commands: CommandRunner,
  abilities: readonly string[],
): Promise<Outcome<StageFacts['mailbox'], Fault>> {
  const introduction = abilities.includes('ID') ? [[ID]] : []
  const quota = abilities.some((name) => name === 'QUOTA' || name.startsWith('QUOTA=')) ? QUOTA : []
  const results = await commands.runTogether([...introduction, ['EXAMINE INBOX'], ...quota])
  if (!results.ok) return results
  const examined = results.value[introduction.length]
  if (examined === undefined) return fail({ kind: 'garbage' })
  if (examined.tagged.status !== 'OK')
    return fail({ kind: 'rejected', reply: toServerReply(examined.tagged, line) })
  return ok({ messages: countOf(examined), ...quotaOf(results.value.slice(introduction.length + 1)) })
}

const QUOTA = [['GETQUOTAROOT INBOX']]

function countOf({ untagged }: CommandResult): number {
  const counts = untagged.map((text) => /^(\d{1,10}) EXISTS$/i.exec(text)?.[1])
  return Number(counts.find((count) => count !== undefined) ?? 0)
}

/** RFC 9208: `QUOTA "root" (STORAGE 10 512)`, in units of 1024 octets. */
function quotaOf(results: readonly CommandResult[]): Pick<StageFacts['mailbox'], 'usedKb' | 'limitKb'> {
  for (const text of results.flatMap(({ untagged }) => untagged)) {
    const [, used, limit] = /^QUOTA .{0,200}\(.{0,200}?\bSTORAGE (\d{1,15}) (\d{1,15})\b/i.exec(text) ?? []
    if (used !== undefined && limit !== undefined) return { usedKb: Number(used), limitKb: Number(limit) }
  }
  return {}
}
