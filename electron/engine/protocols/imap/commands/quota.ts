import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'

/** RFC 9208: `QUOTA "root" (STORAGE 10 512)`, in units of 1024 octets. */
const STORAGE = /^QUOTA .{0,200}\(.{0,200}?\bSTORAGE (\d{1,15}) (\d{1,15})\b/i

/** How full the mailbox is, by the fullest of its quota roots: any of them keeps mail out. */
export const QUOTA: MailboxCommand = {
  command: 'GETQUOTAROOT INBOX',
  learn: (untagged) => {
    const roots = untagged.flatMap((text) => {
      const [, used, limit] = STORAGE.exec(text) ?? []
      return used === undefined || limit === undefined
        ? []
        : [{ usedKb: Number(used), limitKb: Number(limit) }]
    })
    const [fullest = {}] = roots.toSorted((a, b) => b.usedKb / b.limitKb - a.usedKb / a.limitKb)
    return fullest
  },
}
