import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'

/** RFC 9208: `QUOTA "root" (STORAGE 10 512)`, in units of 1024 octets. */
const STORAGE = /^QUOTA .{0,200}\(.{0,200}?\bSTORAGE (\d{1,15}) (\d{1,15})\b/i

/** How full the mailbox is. */
export const QUOTA: MailboxCommand = {
  command: 'GETQUOTAROOT INBOX',
  learn: (untagged) => {
    for (const text of untagged) {
      const [, used, limit] = STORAGE.exec(text) ?? []
      if (used !== undefined && limit !== undefined) return { usedKb: Number(used), limitKb: Number(limit) }
    }
    return {}
  },
}
