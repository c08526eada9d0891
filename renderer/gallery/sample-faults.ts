import type { Fault } from '#shared/domain/fault.ts'
import { imapReply, smtpReply } from '#shared/domain/server-reply.ts'
import type { Stage } from '#shared/domain/stage.ts'

function smtp(code: number, enhanced: string | null, text: string): Fault {
  return { kind: 'rejected', reply: smtpReply(code, enhanced, text) }
}

function imap(responseCode: string, text: string): Fault {
  return { kind: 'rejected', reply: imapReply('NO', responseCode, text) }
}

/** One way to come to every code: where it went wrong, and how. */
export const SAMPLE_FAULTS: readonly (readonly [Stage, Fault])[] = [
  ['dns', { kind: 'name-not-found' }],
  ['dns', { kind: 'resolver-failed', detail: 'timeout' }],
  ['dns', { kind: 'no-address-of-family', family: 6 }],
  ['connect', { kind: 'offline' }],
  ['connect', { kind: 'refused' }],
  ['connect', { kind: 'timeout', limitMs: 8_000 }],
  ['connect', { kind: 'unreachable' }],
  ['greeting', { kind: 'disconnected', how: 'reset' }],
  ['greeting', { kind: 'timeout', limitMs: 30_000 }],
  ['certificate', { kind: 'certificate', problems: ['name-mismatch'] }],
  ['certificate', { kind: 'certificate', problems: ['expired'] }],
  ['certificate', { kind: 'certificate', problems: ['not-yet-valid'] }],
  ['certificate', { kind: 'certificate', problems: ['unknown-issuer'] }],
  ['certificate', { kind: 'certificate', problems: ['self-signed'] }],
  ['tls', { kind: 'tls-version' }],
  ['tls', { kind: 'tls-failed', reason: 'handshake failure' }],
  ['tls', { kind: 'not-tls' }],
  ['starttls', { kind: 'starttls-missing', offer: 'none' }],
  ['starttls', { kind: 'starttls-refused', reply: smtpReply(454, '4.7.0', '') }],
  ['greeting', { kind: 'tampered', how: 'preauth' }],
  ['capabilities', { kind: 'garbage' }],
  ['greeting', { kind: 'too-big', limit: 'line' }],
  ['greeting', { kind: 'wrong-service', seen: 'ssh' }],
  ['greeting', { kind: 'wrong-service', seen: 'smtp' }],
  ['greeting', smtp(421, '4.3.2', 'Service not available, try again later')],
  ['greeting', smtp(554, '5.7.1', 'Client host rejected')],
  ['login', imap('STARS', 'The stars are not right')],
  ['login', imap('AUTHENTICATIONFAILED', 'Authentication failed.')],
  ['login', { kind: 'international-name' }],
  ['login', { kind: 'refused-elsewhere', host: 'imap.example.org' }],
  ['login', smtp(534, '5.7.9', 'Application-specific password required')],
  ['login', smtp(535, '5.7.139', 'Authentication unsuccessful, basic authentication is disabled.')],
  [
    'login',
    smtp(535, '5.7.139', 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.'),
  ],
  [
    'login',
    smtp(
      535,
      '5.7.139',
      'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
    ),
  ],
  [
    'login',
    smtp(
      535,
      '5.7.139',
      "Authentication unsuccessful, user is locked by your organization's security defaults.",
    ),
  ],
  ['login', smtp(535, '5.7.139', 'Authentication unsuccessful, the request did not meet the criteria.')],
  ['login', smtp(530, '5.7.57', 'Client not authenticated to send mail')],
  ['login', smtp(538, null, 'Encryption required for requested authentication mechanism')],
  ['login', smtp(504, '5.7.4', 'Unrecognized authentication type')],
  ['login', { kind: 'no-usable-mechanism', offered: ['GSSAPI', 'NTLM'] }],
  ['login', { kind: 'no-usable-mechanism', offered: ['PLAIN'], wanted: 'SCRAM-SHA-256' }],
  ['login', imap('LIMIT', 'Maximum number of connections exceeded')],
  ['login', imap('INUSE', 'Mailbox is locked by another session')],
  ['login', smtp(421, '4.7.0', 'Too many login attempts')],
  ['login', smtp(535, '5.7.3', 'Authentication unsuccessful')],
  ['greeting', smtp(421, '4.7.66', 'TLS 1.0 and 1.1 are not supported')],
  ['greeting', smtp(421, '4.7.0', 'No client certificate presented')],
  ['capabilities', smtp(501, null, 'Invalid domain name in EHLO')],
  ['login', imap('CONTACTADMIN', 'Account suspended')],
  ['login', imap('EXPIRED', 'Password expired')],
  ['login', imap('REFERRAL', 'Try another server')],
  ['greeting', { kind: 'preauth' }],
  ['mailbox', imap('SERVERBUG', 'Internal error occurred')],
  ['connect', { kind: 'cancelled' }],
]

/** The same for a way through a proxy, three to a screen. */
export const SAMPLE_PROXY_FAULTS: readonly (readonly (readonly [Stage, Fault])[])[] = [
  [
    ['connect', { kind: 'refused' }],
    ['proxy', { kind: 'proxy-unusable', how: 'garbage' }],
    ['proxy', { kind: 'proxy-refused', reason: 'auth', status: 407 }],
  ],
  [
    ['proxy', { kind: 'proxy-refused', reason: 'forbidden', status: 403 }],
    ['proxy', { kind: 'unreachable' }],
    ['proxy', { kind: 'timeout', limitMs: 8_000 }],
  ],
]
