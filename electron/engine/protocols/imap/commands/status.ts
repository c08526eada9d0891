import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'

/** RFC 9051 section 7.3.4: pairs of a name and a number, in the order the server likes. */
const COUNTED = /^STATUS (?:"?INBOX"?|\{5\+?\}\r\nINBOX) \((?<pairs>[^)]{0,500})\)/i

/**
 * How many messages there are and how many the user has not read yet. Asked before INBOX is opened: RFC 9051
 * section 6.3.11 advises against STATUS on the selected mailbox.
 */
export const STATUS: MailboxCommand = {
  command: 'STATUS INBOX (MESSAGES UNSEEN)',
  learn: (untagged) => {
    const pairs = untagged.flatMap((text) => COUNTED.exec(text)?.groups?.['pairs'] ?? []).join(' ')
    const messages = /\bMESSAGES (\d{1,10})\b/i.exec(pairs)?.[1]
    const unseen = /\bUNSEEN (\d{1,10})\b/i.exec(pairs)?.[1]
    return {
      ...(messages === undefined ? {} : { messages: Number(messages) }),
      ...(unseen === undefined ? {} : { unseen: Number(unseen) }),
    }
  },
}
