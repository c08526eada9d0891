import type { Code } from '#shared/finding/codes.ts'
import type { ActionKind } from '#shared/finding/action.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Behaviour } from '../support/behaviour.ts'

/** A server that says this over TLS, and what a user has to be told first. */
export interface SpokenCase {
  readonly name: string
  readonly protocol: Protocol
  readonly behaviour: Behaviour
  readonly code: Code
  readonly turn: Turn
  readonly first: ActionKind
  /** What must not be offered at all. */
  readonly never?: ActionKind
  /** Words of the explanation that tell this case from others with its code. */
  readonly says?: RegExp
}

const imap = (name: string, login: string, ...rest: Expected): SpokenCase =>
  spoken('imap', name, { login }, rest)
const smtp = (name: string, login: string, ...rest: Expected): SpokenCase =>
  spoken('smtp', name, { login }, rest)
const spoken = (
  protocol: Protocol,
  name: string,
  behaviour: Behaviour,
  [code, turn, first, more = {}]: Expected,
): SpokenCase => ({ protocol, name, behaviour, code, turn, first, ...more })

type Expected = readonly [
  code: Code,
  turn: Turn,
  first: ActionKind,
  more?: Pick<SpokenCase, 'never' | 'says'>,
]

const BUSY = ['SERVER_BUSY', 'nobody', 'wait', { never: 'edit-password' }] as const
const CONNECTIONS = [
  'SERVER_BUSY',
  'nobody',
  'wait',
  { never: 'edit-password', says: /how many connections/ },
] as const
const HELO = ['SERVER_REJECTED', 'provider', 'ask-admin', { never: 'other-network' }] as const

/** Each after a server of the public: none of these sign-ins failed for the password. */
export const SPOKEN_BY_SERVERS: readonly SpokenCase[] = [
  spoken(
    'pop3',
    'another POP3 session holds the mailbox',
    {
      capabilities: '+OK\r\nUSER\r\n.',
      login: async ({ conversation, line }) =>
        conversation.send(line.startsWith('USER') ? '+OK' : '-ERR Mailbox is locked by another POP3 session'),
    },
    ['SERVER_BUSY', 'nobody', 'wait', { never: 'edit-password', says: /one session/ }],
  ),
  imap(
    'Gmail counts connections',
    '{tag} NO [ALERT] Too many simultaneous connections. (Failure)',
    ...CONNECTIONS,
  ),
  imap(
    'Dovecot counts connections',
    '{tag} NO [LIMIT] Maximum number of connections from user+IP exceeded',
    ...CONNECTIONS,
  ),
  spoken(
    'smtp',
    'the greeting counts connections',
    { greeting: '421 4.7.0 too many concurrent connections from your IP' },
    CONNECTIONS,
  ),
  spoken(
    'smtp',
    'EHLO and HELO are refused for the name',
    { capabilities: '501 Invalid domain name in EHLO' },
    HELO,
  ),
  spoken(
    'smtp',
    'HELO is denied for the name',
    { capabilities: '550 Access denied - Invalid HELO name' },
    HELO,
  ),
  spoken(
    'imap',
    'the greeting is NO',
    { greeting: '* NO LOGOUT Intrusion prevention active for 198.51.100.4' },
    ['AUTH_LOCKED', 'nobody', 'wait'],
  ),
  spoken('imap', 'the greeting is BAD', { greeting: '* BAD not today' }, [
    'SERVER_REJECTED',
    'network',
    'other-network',
  ]),
  imap('an internal error', '{tag} NO Internal server error', ...BUSY),
  imap(
    'the account is disabled',
    '{tag} NO AUTHENTICATE failed: the account is disabled',
    'AUTH_SUSPENDED',
    'admin',
    'ask-admin',
  ),
  imap(
    'a password that must be changed',
    '{tag} NO must change password',
    'AUTH_EXPIRED',
    'you',
    'edit-password',
  ),
  imap(
    'an address that is blocked',
    '{tag} NO Your IP address 198.51.100.7 is blocked',
    'AUTH_LOCKED',
    'nobody',
    'wait',
  ),
  imap('a mailbox on its way', '{tag} NO Your mailbox is being moved, try again later', ...BUSY),
  smtp(
    'the back end is lost',
    '535 5.7.8 Error: authentication failed: Connection lost to authentication server',
    ...BUSY,
  ),
  smtp('AUTH is out of turn', '503 Bad sequence of commands', 'REPLY_UNKNOWN', 'provider', 'retry', {
    never: 'edit-password',
  }),
  smtp(
    'an account that is suspended',
    '550 5.7.1 Your account has been suspended',
    'AUTH_SUSPENDED',
    'admin',
    'ask-admin',
  ),
  smtp('an account that is frozen', '535 Login Fail. Account frozen', 'AUTH_SUSPENDED', 'admin', 'ask-admin'),
  smtp(
    'an authorization code',
    '535 Login Fail. Please enter your authorization code to login.',
    'AUTH_APP_PASSWORD',
    'you',
    'app-password',
  ),
  smtp(
    'no right to the service',
    '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
    'AUTH_PROTOCOL_DISABLED',
    'you',
    'retry',
  ),
  smtp(
    'Exchange has one number for two causes',
    '535 5.7.3 Authentication unsuccessful',
    'AUTH_REJECTED',
    'you',
    'edit-password',
    {
      says: /SMTP AUTH/,
    },
  ),
  smtp(
    'a sign-in of a server without any',
    '503 5.5.1 Error: authentication not enabled',
    'AUTH_NONE_USABLE',
    'provider',
    'edit-servers',
  ),
  smtp(
    'a server that does not see its own encryption',
    '538 5.7.11 Encryption required for requested authentication mechanism',
    'AUTH_ENCRYPTION_REQUIRED',
    'provider',
    'ask-admin',
    { says: /was encrypted/ },
  ),
  imap(
    'an IMAP server that does not see its own encryption',
    '{tag} NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    'AUTH_ENCRYPTION_REQUIRED',
    'provider',
    'ask-admin',
    { says: /was encrypted/ },
  ),
  imap(
    'Courier found no mailbox',
    '* BYE [ALERT] Fatal error: No such file or directory',
    'MAILBOX_BROKEN',
    'provider',
    'retry',
    { never: 'edit-password' },
  ),
  spoken('smtp', 'tokens and nothing else', { capabilities: '250-mail\r\n250 AUTH XOAUTH2 OAUTHBEARER' }, [
    'AUTH_BASIC_DISABLED',
    'you',
    'oauth-sign-in',
  ]),
  spoken(
    'imap',
    'tokens and no LOGIN',
    { greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 LOGINDISABLED] ready' },
    ['AUTH_BASIC_DISABLED', 'you', 'oauth-sign-in'],
  ),
  spoken('pop3', 'tokens and no USER', { capabilities: '+OK\r\nSASL XOAUTH2\r\n.' }, [
    'AUTH_BASIC_DISABLED',
    'you',
    'oauth-sign-in',
  ]),
  spoken(
    'smtp',
    'it hangs up right after the password',
    { login: async ({ conversation }) => conversation.close() },
    ['NET_RESET', 'you', 'edit-password', { says: /refuse a password that way/ }],
  ),
  spoken(
    'imap',
    'OK, but enable IMAP first, and then no tagged answer',
    {
      login: '{tag} OK [ALERT] Please enable IMAP access in your account settings first.',
      list: '* BAD [ALERT] Please enable IMAP access in your account settings first.',
      status: silent,
      mailbox: silent,
    },
    ['AUTH_PROTOCOL_DISABLED', 'you', 'retry'],
  ),
  spoken(
    'imap',
    'OK, but enable IMAP first, and then no',
    {
      login: '{tag} OK [ALERT] Please enable IMAP access in your account settings first.',
      mailbox: '{tag} NO not available',
    },
    ['AUTH_PROTOCOL_DISABLED', 'you', 'retry'],
  ),
  spoken(
    'imap',
    'signed in and not connected, and then BYE',
    {
      login: '{tag} OK AUTHENTICATE completed.',
      list: '{tag} BAD User is authenticated but not connected.',
      status: '{tag} BAD User is authenticated but not connected.\r\n* BYE Connection closed. 14',
      mailbox: silent,
    },
    ['AUTH_PROTOCOL_DISABLED', 'you', 'retry'],
  ),
]

function silent(): Promise<void> {
  return Promise.resolve()
}
