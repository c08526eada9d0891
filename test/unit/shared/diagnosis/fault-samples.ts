import type { Fault, FaultKind } from '#shared/domain/fault.ts'
import { imapReply, popReply, smtpReply } from './situations.ts'
import { SPOKEN_REPLIES } from './spoken-cases.ts'

type Samples = { readonly [K in FaultKind]: readonly Extract<Fault, { readonly kind: K }>[] }

const REPLIES = [
  ...Object.values(SPOKEN_REPLIES).flat(),
  ...[421, 432, 454, 500, 503, 504, 525, 530, 534, 535, 538, 550, 554, 571].map((code) => smtpReply(code)),
  ...['5.7.0', '5.7.1', '5.7.3', '5.7.8', '5.7.9', '5.7.30', '5.7.139'].map((enhanced) =>
    smtpReply(535, enhanced),
  ),
  ...['5.1.1', '5.2.2', '5.3.4', '5.7.60', '5.7.68'].map((enhanced) => smtpReply(550, enhanced)),
  smtpReply(554, '5.7.1', 'Relay access denied'),
  ...['for the Tenant', 'for the Mailbox', 'by security defaults', 'did not meet the criteria'].map((words) =>
    smtpReply(535, '5.7.139', `disabled ${words}`),
  ),
  ...['ALERT', 'AUTHENTICATIONFAILED', 'CONTACTADMIN', 'EXPIRED', 'LIMIT', 'PRIVACYREQUIRED', 'REFERRAL'].map(
    (code) => imapReply(code),
  ),
  ...['UNAVAILABLE', 'INUSE', 'WEBALERT', 'STARS', null].map((code) => imapReply(code)),
  imapReply(null, 'Too many connections', 'BYE'),
  imapReply(null, '', 'BAD'),
  ...['AUTH', 'SYS/TEMP', 'SYS/PERM', 'IN-USE', 'LOGIN-DELAY', 'STARS', null].map((code) => popReply(code)),
]

/** Every kind of fault in every shade that a rule could look at; a kind that is missing here does not compile. */
export const FAULT_SAMPLES: Samples = {
  'name-not-found': [{ kind: 'name-not-found' }],
  'no-address-of-family': ([4, 6] as const).map((family) => ({ kind: 'no-address-of-family', family })),
  'resolver-failed': (['timeout', 'refused', 'server-failure'] as const).map((detail) => ({
    kind: 'resolver-failed',
    detail,
  })),
  offline: [{ kind: 'offline' }],
  refused: [{ kind: 'refused' }],
  unreachable: [{ kind: 'unreachable' }],
  disconnected: (['reset', 'closed'] as const).map((how) => ({ kind: 'disconnected', how })),
  timeout: [{ kind: 'timeout', limitMs: 8_000 }],
  cancelled: [{ kind: 'cancelled' }],
  'not-tls': [{ kind: 'not-tls' }],
  'tls-version': [{ kind: 'tls-version' }],
  'tls-failed': ['handshake failure', 'certificate required'].map((reason) => ({
    kind: 'tls-failed',
    reason,
  })),
  certificate: (
    [
      ['name-mismatch'],
      ['expired'],
      ['not-yet-valid'],
      ['self-signed'],
      ['unknown-issuer'],
      ['revoked'],
    ] as const
  ).map((problems) => ({ kind: 'certificate', problems })),
  'starttls-missing': (['none', 'stripped'] as const).map((offer) => ({ kind: 'starttls-missing', offer })),
  'starttls-refused': [smtpReply(454), imapReply(null), popReply(null)].map((reply) => ({
    kind: 'starttls-refused',
    reply,
  })),
  tampered: (['early-data', 'injected-data', 'preauth'] as const).map((how) => ({ kind: 'tampered', how })),
  'too-big': (['line', 'reply', 'literal'] as const).map((limit) => ({ kind: 'too-big', limit })),
  garbage: [{ kind: 'garbage' }],
  'wrong-service': (['smtp', 'imap', 'pop3', 'http', 'ssh', 'ftp', 'unknown'] as const).map((seen) => ({
    kind: 'wrong-service',
    seen,
  })),
  rejected: REPLIES.map((reply) => ({ kind: 'rejected', reply })),
  'mechanism-failed': [imapReply('AUTHENTICATIONFAILED'), imapReply(null), popReply(null)].map((reply) => ({
    kind: 'mechanism-failed',
    reply,
  })),
  'login-disabled': [{ kind: 'login-disabled' }],
  'no-usable-mechanism': [[], ['GSSAPI', 'NTLM']].map((offered) => ({
    kind: 'no-usable-mechanism',
    offered,
  })),
  preauth: [{ kind: 'preauth' }],
  'server-unproved': [{ kind: 'server-unproved' }],
  'international-name': [{ kind: 'international-name' }],
  'refused-elsewhere': [{ kind: 'refused-elsewhere', host: 'imap.example.org' }],
  'proxy-refused': (
    [
      ['auth', 407],
      ['auth-method', 0xff],
      ['forbidden', null],
      ['failed', 1],
    ] as const
  ).map(([reason, status]) => ({ kind: 'proxy-refused', reason, status })),
  'proxy-unusable': (['closed', 'garbage', 'too-big', 'tls', 'certificate'] as const).map((how) => ({
    kind: 'proxy-unusable',
    how,
  })),
}

export const ALL_FAULTS: readonly Fault[] = Object.values(FAULT_SAMPLES).flat()
