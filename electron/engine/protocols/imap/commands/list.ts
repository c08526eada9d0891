import type { MailboxCommand } from '#engine/protocols/imap/commands/mailbox-command.ts'

/**
 * RFC 9051 section 7.3.1: attributes, hierarchy delimiter, name. A delimiter is one quoted character, or NIL where
 * no folder has folders in it; the name may come as an atom, quoted or as a literal.
 */
const LISTED =
  /^LIST \([^)]{0,500}\) (?:(?<flat>NIL)|"\\?(?<delimiter>[!-~])") (?:"?INBOX"?|\{5\+?\}\r\nINBOX)(?: |$)/i

/** Is INBOX there, and how are the folders below it named (RFC 9051 section 6.3.9)? */
export const LIST: MailboxCommand = {
  command: 'LIST "" INBOX',
  learn: (untagged) => {
    for (const text of untagged) {
      const { flat, delimiter } = LISTED.exec(text)?.groups ?? {}
      if (flat !== undefined) return { delimiter: null }
      if (delimiter !== undefined) return { delimiter }
    }
    return {}
  },
}
