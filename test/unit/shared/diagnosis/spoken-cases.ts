import { COUNSEL } from '#shared/replies/counsel.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'
import { imapReply, rejected, smtpReply, type DiagnosisCase } from './situations.ts'

/** At least two replies for each cause that only words or numbers tell apart. */
export const SPOKEN_REPLIES: Readonly<Partial<Record<ReplyCode, readonly ServerReply[]>>> = {
  SEND_DELAYED: [
    smtpReply(450, '4.2.0', 'Recipient address rejected: Greylisted, come back later'),
    smtpReply(432, '4.3.2', 'STOREDRV.Deliver; recipient thread limit exceeded'),
  ],
  SEND_UNAUTHENTICATED: [
    smtpReply(550, '5.7.26', 'Unauthenticated email is not accepted'),
    smtpReply(550, '5.7.23', 'The message was rejected'),
  ],
  SEND_LISTED: [
    smtpReply(554, '5.7.1', 'Client host [192.0.2.1] blocked using zen.spamhaus.org'),
    smtpReply(550, null, 'Your host is on our blacklist'),
  ],
  SEND_CONTENT: [
    smtpReply(550, '5.7.1', 'This message looks like spam'),
    smtpReply(554, '5.7.1', '[CS01] Message rejected due to local policy'),
  ],
  SEND_ATTACHMENT: [
    smtpReply(552, '5.7.0', 'Attachment type .exe is not allowed'),
    smtpReply(550, null, 'banned file'),
  ],
  SEND_RECIPIENT_RESTRICTED: [
    smtpReply(550, '5.7.133', 'sender is not authenticated for this group'),
    smtpReply(550, '5.7.2'),
  ],
  SEND_RECIPIENT_DISABLED: [smtpReply(550, '5.2.1'), smtpReply(550, null, 'The mailbox is disabled')],
  SEND_DOMAIN_UNKNOWN: [smtpReply(550, '5.1.2'), smtpReply(550, null, 'Domain example.test not found')],
  SEND_UNREACHABLE: [smtpReply(451, '4.4.1'), smtpReply(550, null, 'Connection timed out')],
  SEND_LOOP: [smtpReply(554, '5.4.6'), smtpReply(554, null, 'Too many hops')],
  SEND_SENDER_UNKNOWN: [smtpReply(550, '5.1.8'), smtpReply(550, null, 'Sender verify failed')],
  SEND_NO_REVERSE_NAME: [smtpReply(550, '5.7.25'), smtpReply(450, null, 'cannot find your reverse hostname')],
  SEND_ACCOUNT_BLOCKED: [
    smtpReply(550, '5.1.8', 'Access denied, bad outbound sender'),
    smtpReply(550, '5.7.501'),
  ],
  SEND_FORMAT: [smtpReply(550, '5.6.0'), smtpReply(554, null, 'Multiple From headers')],
  SEND_TOO_MANY_RECIPIENTS: [smtpReply(452, '4.5.3'), smtpReply(550, null, 'Too many recipients')],
  AUTH_PROTOCOL_DISABLED: [
    imapReply('ALERT', 'Your account is not enabled for IMAP use'),
    imapReply(null, 'User is authenticated but not connected.'),
  ],
  AUTH_WEB_LOGIN: [
    imapReply('ALERT', 'Please log in via your web browser'),
    smtpReply(534, '5.7.14', 'Please log in with your browser'),
  ],
  AUTH_NOT_PERMITTED: [imapReply('AUTHORIZATIONFAILED'), imapReply('NOPERM', 'Access denied')],
}

function casesOf([code, replies]: readonly [string, readonly ServerReply[]]): readonly DiagnosisCase[] {
  const spoken = code as ReplyCode
  const isSending = spoken.startsWith('SEND_')
  return replies.map((reply, index) => [
    `${spoken}, reply ${index + 1}`,
    {
      fault: rejected(reply),
      stage: isSending ? 'send' : 'login',
      passwordSent: 'yes',
      endpoint: isSending ? { protocol: 'smtp', port: 465 } : { protocol: 'imap' },
    },
    spoken,
    COUNSEL[spoken].live.turn,
    COUNSEL[spoken].live.actions[0].kind,
  ])
}

export const SPOKEN_CASES: readonly DiagnosisCase[] = Object.entries(SPOKEN_REPLIES).flatMap(casesOf)
