import type { ServerReply } from '#shared/domain/server-reply.ts'
import { rejected, smtpReply, type DiagnosisCase } from './situations.ts'

type Expected = readonly [DiagnosisCase[2], DiagnosisCase[3], DiagnosisCase[4]]

const sending = (name: string, reply: ServerReply, ...expected: Expected): DiagnosisCase => [
  `sending: ${name}`,
  { fault: rejected(reply), stage: 'send', passwordSent: 'yes', endpoint: { protocol: 'smtp', port: 465 } },
  ...expected,
]
const asking = (name: string, reply: ServerReply, ...expected: Expected): DiagnosisCase => [
  `asking a relay: ${name}`,
  {
    fault: rejected(reply),
    stage: 'send',
    endpoint: { protocol: 'smtp', port: 25 },
    origin: 'typed',
    credential: 'none',
    signIn: 'none',
  },
  ...expected,
]
const late = (name: string, limitMs: number): DiagnosisCase => [
  name,
  { fault: { kind: 'timeout', limitMs }, stage: 'arrive', passwordSent: 'yes' },
  'ARRIVE_MISSING',
  'you',
  'retry',
]

/** What becomes of the test message, and of the question whether a relay would take one. */
export const DELIVERY_CASES: readonly DiagnosisCase[] = [
  sending(
    '553 5.7.1 not owned',
    smtpReply(553, '5.7.1', 'Sender address rejected: not owned by user anna'),
    'SEND_AS_DENIED',
    'you',
    'edit-address',
  ),
  sending(
    '550 5.7.60',
    smtpReply(550, '5.7.60', 'SMTP; Client does not have permissions'),
    'SEND_AS_DENIED',
    'you',
    'edit-address',
  ),
  sending(
    '554 5.7.1 relay',
    smtpReply(554, '5.7.1', 'Relay access denied'),
    'SEND_RELAY_DENIED',
    'you',
    'edit-servers',
  ),
  sending(
    '550 5.7.68',
    smtpReply(
      550,
      '5.7.68',
      'TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources',
    ),
    'SEND_DIRECT_REFUSED',
    'admin',
    'ask-admin',
  ),
  sending(
    '550 relay not permitted',
    smtpReply(550, null, 'relay not permitted'),
    'SEND_RELAY_DENIED',
    'you',
    'edit-servers',
  ),
  sending('550 5.1.1', smtpReply(550, '5.1.1'), 'SEND_RECIPIENT_UNKNOWN', 'you', 'edit-address'),
  sending(
    '550 no such user',
    smtpReply(550, null, 'No such user here'),
    'SEND_RECIPIENT_UNKNOWN',
    'you',
    'edit-address',
  ),
  sending('552 5.2.2', smtpReply(552, '5.2.2'), 'SEND_MAILBOX_FULL', 'you', 'free-space'),
  sending(
    '452 4.2.2 over quota',
    smtpReply(452, '4.2.2', 'Over quota'),
    'SEND_MAILBOX_FULL',
    'you',
    'free-space',
  ),
  sending('552 5.3.4', smtpReply(552, '5.3.4'), 'SEND_TOO_BIG', 'provider', 'ask-admin'),
  sending('550 5.2.3', smtpReply(550, '5.2.3'), 'SEND_TOO_BIG', 'provider', 'ask-admin'),
  sending('421 4.7.28', smtpReply(421, '4.7.28'), 'SEND_RATE', 'nobody', 'wait'),
  sending(
    '451 too many messages',
    smtpReply(451, '4.7.1', 'Too many messages'),
    'SEND_RATE',
    'nobody',
    'wait',
  ),
  sending('554 5.7.1', smtpReply(554, '5.7.1'), 'SEND_BLOCKED', 'provider', 'other-network'),
  sending(
    '550 reputation',
    smtpReply(550, null, 'The reputation of your network is too low'),
    'SEND_BLOCKED',
    'provider',
    'other-network',
  ),
  sending('451 4.3.0', smtpReply(451, '4.3.0'), 'SERVER_BUSY', 'nobody', 'wait'),
  sending(
    '530 5.7.57',
    smtpReply(530, '5.7.57', 'Client not authenticated to send mail'),
    'AUTH_REQUIRED',
    'you',
    'edit-password',
  ),
  asking('530', smtpReply(530, '5.7.0', 'Authentication required'), 'AUTH_REQUIRED', 'you', 'add-sign-in'),
  asking(
    '553 not logged in',
    smtpReply(553, '5.7.1', '<anna@example.org>: Sender address rejected: not logged in'),
    'AUTH_REQUIRED',
    'you',
    'add-sign-in',
  ),
  asking(
    '550 authenticate first',
    smtpReply(550, null, 'relay not permitted, authentication required'),
    'AUTH_REQUIRED',
    'you',
    'add-sign-in',
  ),
  asking(
    '554 relay',
    smtpReply(554, '5.7.1', 'Relay access denied'),
    'SEND_RELAY_DENIED',
    'network',
    'other-network',
  ),
  asking(
    '550 5.7.68',
    smtpReply(
      550,
      '5.7.68',
      'TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources',
    ),
    'SEND_DIRECT_REFUSED',
    'admin',
    'ask-admin',
  ),
  asking(
    '550 relay',
    smtpReply(550, '5.7.1', 'Unable to relay'),
    'SEND_RELAY_DENIED',
    'network',
    'other-network',
  ),
  asking('451', smtpReply(451, '4.3.0', 'Try again later'), 'SERVER_BUSY', 'nobody', 'wait'),
  asking('550 5.1.1', smtpReply(550, '5.1.1'), 'SEND_RECIPIENT_UNKNOWN', 'you', 'edit-address'),
  late('a message that was taken and does not come', 90_000),
  late('a message that the POP3 mailbox does not show', 5_000),
]
