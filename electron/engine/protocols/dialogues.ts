import type { Protocol } from '#shared/domain/protocol.ts'
import type { CreateDialogue } from '#engine/protocols/dialogue.ts'
import { createImapDialogue } from '#engine/protocols/imap/dialogue.ts'
import { createPop3Dialogue } from '#engine/protocols/pop3/dialogue.ts'
import { createSmtpDialogue } from '#engine/protocols/smtp/dialogue.ts'

export const DIALOGUES: Readonly<Record<Protocol, CreateDialogue>> = {
  smtp: createSmtpDialogue,
  imap: createImapDialogue,
  pop3: createPop3Dialogue,
}
