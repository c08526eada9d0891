import { smtpReply } from '#shared/domain/server-reply.ts'
import { fits, type ReplyLine } from '#shared/replies/reply-line.ts'

/** The registry's own meanings (RFC 3463, RFC 7372, RFC 7505), for servers whose words say nothing more. */
export const STANDARD: readonly ReplyLine[] = [
  { means: 'SEND_RECIPIENT_UNKNOWN', status: ['x.1.1', 'x.1.3', '5.1.10'] },
  { means: 'SEND_DOMAIN_UNKNOWN', status: ['x.1.2', '5.4.4'] },
  { means: 'SEND_RECIPIENT_DISABLED', status: ['x.1.6', '5.2.1'] },
  { means: 'SEND_SENDER_UNKNOWN', status: ['x.1.7', 'x.1.8', 'x.7.27'] },
  { means: 'SEND_MAILBOX_FULL', status: ['x.2.2'] },
  { means: 'SEND_TOO_BIG', status: ['x.2.3', 'x.3.4'] },
  { means: 'SEND_UNREACHABLE', status: ['x.4.1', 'x.4.2', '4.4.3', '4.4.4', 'x.4.7'] },
  { means: 'SEND_LOOP', status: ['x.4.6'] },
  { means: 'SEND_TOO_MANY_RECIPIENTS', status: ['x.5.3'] },
  { means: 'SEND_FORMAT', status: ['5.6.0', '5.6.1', '5.6.2', '5.6.3', '5.6.5'] },
  { means: 'SEND_RECIPIENT_RESTRICTED', status: ['5.7.2'] },
  {
    means: 'SEND_UNAUTHENTICATED',
    status: ['x.7.20', 'x.7.21', 'x.7.22', 'x.7.23', 'x.7.24', 'x.7.26', 'x.7.29'],
  },
  { means: 'SEND_RATE', status: ['x.7.28', '5.4.5'] },
]

/** `7.8` and its like say something about signing in, which no line for sending may claim. */
const SIGN_IN: readonly ReplyLine[] = [
  { means: 'AUTH_REJECTED', status: ['x.7.8'] },
  { means: 'AUTH_ENCRYPTION_REQUIRED', status: ['x.7.10', 'x.7.11'] },
]

/** What a number means by the registry, without regard to the words beside it; `null` where it names no cause. */
export function meaningOfStatus(enhanced: string | null): ReplyLine['means'] | null {
  if (enhanced === null) return null
  const about = smtpReply(599, enhanced, '')
  return [...STANDARD, ...SIGN_IN].find((line) => fits(line, about))?.means ?? null
}
