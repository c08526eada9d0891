import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'

/** Some providers let only programs in that introduce themselves (RFC 2971; NetEase: "Unsafe Login"). */
export const ID: MailboxCommand = { command: 'ID ("name" "Mailwright")', learn: () => ({}) }
