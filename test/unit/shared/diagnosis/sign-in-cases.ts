import { imapReply, popReply, rejected, smtpReply, type DiagnosisCase, type Parts } from './situations.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'

type Expected = readonly [DiagnosisCase[2], DiagnosisCase[3], DiagnosisCase[4]]

/** A refused sign-in, after the password was sent. */
const refusal = (name: string, reply: ServerReply, ...expected: Expected): DiagnosisCase => [
  name,
  { fault: rejected(reply), passwordSent: 'yes' },
  ...expected,
]
const at = (
  stage: NonNullable<Parts['stage']>,
  name: string,
  reply: ServerReply,
  ...expected: Expected
): DiagnosisCase => [name, { fault: rejected(reply), stage }, ...expected]
const token = (name: string, reply: ServerReply, ...expected: Expected): DiagnosisCase => [
  name,
  { fault: rejected(reply), credential: 'token', passwordSent: 'yes' },
  ...expected,
]
const WRONG = ['AUTH_REJECTED', 'you', 'edit-password'] as const
const LATER = ['SERVER_BUSY', 'nobody', 'wait'] as const

/** Nothing is known about the provider: the reply alone speaks. */
export const SIGN_IN_CASES: readonly DiagnosisCase[] = [
  [
    '9: PREAUTH inside TLS',
    { fault: { kind: 'preauth' }, stage: 'greeting' },
    'AUTH_UNVERIFIED',
    'admin',
    'edit-servers',
  ],
  ['9: PREAUTH at the sign-in', { fault: { kind: 'preauth' } }, 'AUTH_UNVERIFIED', 'admin', 'edit-servers'],
  ...(['yes', 'unknown'] as const).map((passwordSent): DiagnosisCase => [
    `SCRAM without the server's proof, password sent: ${passwordSent}`,
    { fault: { kind: 'server-unproved' }, passwordSent },
    'AUTH_SERVER_PROOF',
    'provider',
    'ask-admin',
  ]),
  ...(['password', 'token'] as const).map((credential): DiagnosisCase => [
    `71: special letters before the @, with a ${credential}`,
    { fault: { kind: 'international-name' }, credential },
    'ADDR_EAI',
    'provider',
    'ask-admin',
  ]),
  [
    '26: only mechanisms we do not speak',
    { fault: { kind: 'no-usable-mechanism', offered: ['GSSAPI', 'NTLM'] } },
    'AUTH_NONE_USABLE',
    'provider',
    'edit-servers',
  ],
  [
    '26: LOGINDISABLED inside TLS',
    { fault: { kind: 'login-disabled' } },
    'AUTH_NONE_USABLE',
    'provider',
    'edit-servers',
  ],
  refusal('30: [LIMIT]', imapReply('LIMIT'), 'AUTH_LOCKED', 'nobody', 'wait'),
  refusal(
    '30: too many attempts',
    smtpReply(421, '4.7.0', 'Too many login attempts'),
    'AUTH_LOCKED',
    'nobody',
    'wait',
  ),
  at(
    'greeting',
    '30: too many connections',
    popReply(null, 'too many connections'),
    'AUTH_LOCKED',
    'nobody',
    'wait',
  ),
  refusal('[CONTACTADMIN]', imapReply('CONTACTADMIN'), 'AUTH_SUSPENDED', 'admin', 'ask-admin'),
  refusal('525', smtpReply(525, '5.7.13'), 'AUTH_SUSPENDED', 'admin', 'ask-admin'),
  refusal('[EXPIRED]', imapReply('EXPIRED'), 'AUTH_EXPIRED', 'you', 'edit-password'),
  refusal('432 4.7.12', smtpReply(432, '4.7.12'), 'AUTH_EXPIRED', 'you', 'edit-password'),
  refusal('31: [REFERRAL]', imapReply('REFERRAL', 'try there'), 'AUTH_REFERRAL', 'admin', 'edit-servers'),
  at(
    'mailbox',
    '31: [REFERRAL] at the mailbox',
    imapReply('REFERRAL'),
    'AUTH_REFERRAL',
    'admin',
    'edit-servers',
  ),
  refusal('535 5.7.139', smtpReply(535, '5.7.139'), 'AUTH_BASIC_DISABLED', 'you', 'oauth-sign-in'),
  refusal('550 5.7.30', smtpReply(550, '5.7.30'), 'AUTH_BASIC_DISABLED', 'you', 'oauth-sign-in'),
  refusal('28: 534 5.7.9', smtpReply(534, '5.7.9'), 'AUTH_APP_PASSWORD', 'you', 'app-password'),
  refusal('28: 535 5.7.9', smtpReply(535, '5.7.9'), 'AUTH_APP_PASSWORD', 'you', 'app-password'),
  refusal('28: [WEBALERT]', imapReply('WEBALERT'), 'AUTH_APP_PASSWORD', 'you', 'app-password'),
  refusal(
    '28: said in words',
    popReply('AUTH', 'Application-specific password required'),
    'AUTH_APP_PASSWORD',
    'you',
    'app-password',
  ),
  refusal(
    '[PRIVACYREQUIRED]',
    imapReply('PRIVACYREQUIRED'),
    'AUTH_ENCRYPTION_REQUIRED',
    'you',
    'edit-servers',
  ),
  refusal('538', smtpReply(538, '5.7.11'), 'AUTH_ENCRYPTION_REQUIRED', 'you', 'edit-servers'),
  refusal(
    '530, said in words',
    smtpReply(530, '5.7.0', 'Must issue a STARTTLS command first'),
    'AUTH_ENCRYPTION_REQUIRED',
    'you',
    'edit-servers',
  ),
  refusal('504 5.7.4', smtpReply(504, '5.7.4'), 'AUTH_MECHANISM', 'provider', 'retry'),
  refusal('504 without more', smtpReply(504), 'AUTH_MECHANISM', 'provider', 'retry'),
  refusal('29: 454', smtpReply(454, '4.7.0'), ...LATER),
  refusal('29: [UNAVAILABLE]', imapReply('UNAVAILABLE'), ...LATER),
  refusal('29: [SYS/TEMP]', popReply('SYS/TEMP'), ...LATER),
  refusal('[IN-USE]', popReply('IN-USE'), ...LATER),
  at('greeting', '11: 421 as a greeting', smtpReply(421, '4.3.2'), ...LATER),
  at('greeting', '11: BYE as a greeting', imapReply(null, '', 'BYE'), ...LATER),
  at('mailbox', 'the mailbox is in use', imapReply('INUSE'), ...LATER),
  token('a token and 535', smtpReply(535, '5.7.8'), 'AUTH_TOKEN_REJECTED', 'you', 'oauth-sign-in'),
  token('a token and NO', imapReply('AUTHENTICATIONFAILED'), 'AUTH_TOKEN_REJECTED', 'you', 'oauth-sign-in'),
  token('a token and 535 5.7.139', smtpReply(535, '5.7.139'), 'AUTH_TOKEN_REJECTED', 'you', 'oauth-sign-in'),
  token('a token and 454', smtpReply(454), ...LATER),
  refusal(
    'a mechanism Postfix does not know',
    smtpReply(535, '5.7.8', 'Error: authentication failed: Invalid authentication mechanism'),
    'AUTH_MECHANISM',
    'provider',
    'retry',
  ),
  refusal(
    'a mechanism Dovecot does not know',
    popReply('AUTH', 'Unsupported authentication mechanism.'),
    'AUTH_MECHANISM',
    'provider',
    'retry',
  ),
  refusal('27: 535 5.7.8', smtpReply(535, '5.7.8'), ...WRONG),
  refusal('27: 535 without more', smtpReply(535), ...WRONG),
  refusal('535 5.7.3', smtpReply(535, '5.7.3'), ...WRONG),
  refusal('27: [AUTHENTICATIONFAILED]', imapReply('AUTHENTICATIONFAILED'), ...WRONG),
  refusal('27: NO without more', imapReply(null), ...WRONG),
  refusal('27: -ERR [AUTH]', popReply('AUTH'), ...WRONG),
  refusal('27: -ERR without more', popReply(null), ...WRONG),
  [
    'refused by a sister service',
    { fault: { kind: 'refused-elsewhere', host: 'imap.example.org' } },
    ...WRONG,
  ],
  refusal('530 5.7.57', smtpReply(530, '5.7.57'), 'AUTH_REQUIRED', 'you', 'edit-password'),
  refusal('503 5.5.1', smtpReply(503, '5.5.1'), 'AUTH_REQUIRED', 'you', 'edit-password'),
  at('mailbox', 'NO at the mailbox', imapReply('SERVERBUG'), 'MAILBOX_BROKEN', 'provider', 'retry'),
  at('mailbox', '-ERR at the mailbox', popReply('SYS/PERM'), 'MAILBOX_BROKEN', 'provider', 'retry'),
  at('greeting', '554 as a greeting', smtpReply(554, '5.7.1'), 'SERVER_REJECTED', 'network', 'other-network'),
  at('greeting', '-ERR as a greeting', popReply(null), 'SERVER_REJECTED', 'network', 'other-network'),
  at('capabilities', 'EHLO refused', smtpReply(550), 'SERVER_REJECTED', 'network', 'other-network'),
  refusal('a code nobody has heard of', smtpReply(571, '5.9.9'), 'REPLY_UNKNOWN', 'provider', 'retry'),
  refusal('a response code nobody has heard of', imapReply('STARS'), 'REPLY_UNKNOWN', 'provider', 'retry'),
  refusal('BAD', imapReply(null, 'syntax', 'BAD'), 'REPLY_UNKNOWN', 'provider', 'retry'),
]
