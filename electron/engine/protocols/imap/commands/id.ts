import type { Inquiry } from '#engine/protocols/imap/commands/inquiry.ts'

/** Some providers let only programs in that introduce themselves (RFC 2971; NetEase: "Unsafe Login"). */
export const ID: Inquiry = { command: 'ID ("name" "Mailwright")', learn: () => ({}) }
