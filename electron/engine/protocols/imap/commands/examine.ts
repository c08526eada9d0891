import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'

/** Opens INBOX read-only (RFC 9051 section 6.3.3); the server has to say how many messages EXIST. */
export const EXAMINE: MailboxCommand = {
  command: 'EXAMINE INBOX',
  learn: (untagged) => {
    const counts = untagged.map((text) => /^(\d{1,10}) EXISTS$/i.exec(text)?.[1])
    const messages = counts.find((count) => count !== undefined)
    return messages === undefined ? {} : { messages: Number(messages) }
  },
}
