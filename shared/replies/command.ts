import type { SmtpCommand } from '#shared/domain/server-reply.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'

/** How servers and their bounces name it, the plainest first. */
const NAMED: readonly (readonly [RegExp, SmtpCommand])[] = [
  [
    /(?:\b(in (reply|response) to|after|like our|during)|>>>) rcpt\b|\brcpt( to)?(:\S{0,320})? (command )?failed|does not like recipient/i,
    'RCPT',
  ],
  [
    /(?:\b(in (reply|response) to|after|like our|during)|>>>) mail from\b|\bmail( from)?(:\S{0,320})? command failed|sender was rejected/i,
    'MAIL',
  ],
  [
    /(?:\b(in (reply|response) to|after|like our|during)|>>>) ((the )?end of data|DATA)\b|\bdata command failed|failed after I sent the message/i,
    'DATA',
  ],
  [/(?:\b(in (reply|response) to|after|during)|>>>) auth\b/i, 'AUTH'],
]

/** The command that a text says was refused; `null` where it does not say. */
export function commandIn(text: string): SmtpCommand | null {
  return NAMED.find(([words]) => words.test(text))?.[1] ?? null
}

const OF_SENDER: Readonly<Partial<Record<ReplyCode, ReplyCode>>> = {
  SEND_RECIPIENT_UNKNOWN: 'SEND_SENDER_UNKNOWN',
  SEND_RECIPIENT_DISABLED: 'SEND_ACCOUNT_BLOCKED',
  SEND_RECIPIENT_RESTRICTED: 'SEND_AS_DENIED',
}
const OF_RECIPIENT: Readonly<Partial<Record<ReplyCode, ReplyCode>>> = {
  AUTH_SUSPENDED: 'SEND_RECIPIENT_DISABLED',
}

/** "Account disabled" is the sender's at MAIL and the recipient's at RCPT, whatever the number says. */
export function meantAt(command: SmtpCommand | null, meaning: ReplyCode): ReplyCode {
  if (command === 'MAIL') return OF_SENDER[meaning] ?? meaning
  return command === 'RCPT' ? (OF_RECIPIENT[meaning] ?? meaning) : meaning
}
