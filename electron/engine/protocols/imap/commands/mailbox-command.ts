import type { StageFacts } from '#shared/domain/stage.ts'

/** One command of the flight that opens the mailbox. */
export interface MailboxCommand {
  readonly command: string
  /** What the untagged lines of the whole flight tell; nothing is wrong with a server that tells nothing. */
  readonly learn: (untagged: readonly string[]) => StageFacts['mailbox']
}
