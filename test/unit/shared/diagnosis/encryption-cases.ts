import type { CertificateProblem } from '#shared/domain/certificate.ts'
import type { ForeignService } from '#shared/domain/fault.ts'
import {
  CERTIFICATE,
  closedEndpoint,
  openEndpoint,
  smtpReply,
  imapReply,
  rejected,
  type DiagnosisCase,
} from './situations.ts'

const starttls = { port: 143, security: 'starttls' } as const
const samePort = { security: 'starttls' } as const
const notTls = { kind: 'not-tls' } as const
const foreign = (seen: ForeignService) => ({ kind: 'wrong-service', seen }) as const

const certificate = (
  name: string,
  problems: readonly CertificateProblem[],
  ...expected: readonly [DiagnosisCase[2], DiagnosisCase[3], DiagnosisCase[4]]
): DiagnosisCase => [
  `certificate: ${name}`,
  { fault: { kind: 'certificate', problems }, stage: 'certificate', certificate: CERTIFICATE },
  ...expected,
]

const issuedBy = (
  issuer: string,
  problem: CertificateProblem,
  turn: DiagnosisCase[3],
  code: DiagnosisCase[2] = 'TLS_INTERCEPTED',
): DiagnosisCase => [
  `certificate: of ${issuer}, ${problem}`,
  {
    fault: { kind: 'certificate', problems: [problem] },
    stage: 'certificate',
    certificate: { ...CERTIFICATE, issuer },
  },
  code,
  turn,
  code === 'TLS_INTERCEPTED' ? 'retry' : 'ask-admin',
]

const CERTIFICATE_CASES: readonly DiagnosisCase[] = [
  certificate('33: for another name', ['name-mismatch'], 'TLS_NAME', 'you', 'edit-servers'),
  certificate(
    'for another name, and expired',
    ['name-mismatch', 'expired'],
    'TLS_NAME',
    'you',
    'edit-servers',
  ),
  certificate(
    'for another name, self-signed',
    ['self-signed', 'name-mismatch'],
    'TLS_NAME',
    'you',
    'edit-servers',
  ),
  issuedBy('Avast Web/Mail Shield Root', 'unknown-issuer', 'computer'),
  issuedBy('Kaspersky Anti-Virus Personal Root Certificate', 'self-signed', 'computer'),
  issuedBy('ESET SSL Filter CA', 'unknown-issuer', 'computer'),
  issuedBy('Zscaler Intermediate Root CA', 'unknown-issuer', 'network'),
  issuedBy('FortiGate CA', 'unknown-issuer', 'network'),
  issuedBy('Setester Ltd', 'unknown-issuer', 'provider', 'TLS_UNTRUSTED'),
  certificate('35: expired', ['expired'], 'TLS_EXPIRED', 'provider', 'ask-admin'),
  certificate('expired and self-signed', ['self-signed', 'expired'], 'TLS_EXPIRED', 'provider', 'ask-admin'),
  certificate('from the future', ['not-yet-valid'], 'TLS_CLOCK', 'computer', 'check-clock'),
  certificate(
    'from the future, of an unknown authority',
    ['unknown-issuer', 'not-yet-valid'],
    'TLS_CLOCK',
    'computer',
    'check-clock',
  ),
  certificate('36: self-signed', ['self-signed'], 'TLS_UNTRUSTED', 'provider', 'ask-admin'),
  certificate('36: of an unknown authority', ['unknown-issuer'], 'TLS_UNTRUSTED', 'provider', 'ask-admin'),
  certificate('revoked', ['revoked'], 'TLS_UNTRUSTED', 'provider', 'ask-admin'),
  certificate('with a weak key', ['weak-key'], 'TLS_OLD', 'provider', 'ask-admin'),
  certificate('for another purpose', ['unusable'], 'TLS_UNTRUSTED', 'provider', 'ask-admin'),
]

const SERVICE_CASES: readonly DiagnosisCase[] = [
  [
    '12: SSH answers',
    { fault: foreign('ssh'), stage: 'greeting' },
    'PROTO_WRONG_SERVICE',
    'you',
    'edit-servers',
  ],
  [
    '12: SMTP answers at the port for IMAP, which lives elsewhere',
    { fault: foreign('smtp'), stage: 'greeting', alternatives: [openEndpoint(starttls)] },
    'PROTO_WRONG_SERVICE',
    'you',
    'use-endpoint',
  ],
  [
    'plain text answers TLS, and a second look shows a web server',
    { fault: notTls, stage: 'tls', alternatives: [closedEndpoint(samePort, 'greeting', foreign('http'))] },
    'PROTO_WRONG_SERVICE',
    'you',
    'edit-servers',
  ],
  [
    'plain text answers TLS, a second look shows SSH, and another port works',
    {
      fault: notTls,
      stage: 'tls',
      alternatives: [closedEndpoint(samePort, 'greeting', foreign('ssh')), openEndpoint(starttls)],
    },
    'PROTO_WRONG_SERVICE',
    'you',
    'use-endpoint',
  ],
  ['13: plain text answers TLS', { fault: notTls, stage: 'tls' }, 'TLS_NOT_TLS', 'you', 'edit-servers'],
  [
    '13: plain text answers TLS, and STARTTLS works at the same port',
    { fault: notTls, stage: 'tls', alternatives: [openEndpoint(samePort)] },
    'TLS_NOT_TLS',
    'you',
    'use-endpoint',
  ],
  [
    'plain text answers TLS, and only another port works',
    {
      fault: notTls,
      stage: 'tls',
      alternatives: [
        closedEndpoint(samePort, 'starttls', { kind: 'starttls-missing', offer: 'none' }),
        openEndpoint(starttls),
      ],
    },
    'TLS_NOT_TLS',
    'you',
    'use-endpoint',
  ],
  ['37: only TLS 1.0', { fault: { kind: 'tls-version' }, stage: 'tls' }, 'TLS_OLD', 'provider', 'ask-admin'],
  [
    '37: only TLS 1.0 after STARTTLS',
    { fault: { kind: 'tls-version' }, stage: 'tls', endpoint: starttls },
    'TLS_OLD',
    'provider',
    'ask-admin',
  ],
  [
    '38: a client certificate is wanted',
    { fault: { kind: 'tls-failed', reason: 'certificate required' }, stage: 'greeting' },
    'TLS_CLIENT_CERT',
    'admin',
    'ask-admin',
  ],
  [
    '38: a client certificate is wanted after STARTTLS',
    { fault: { kind: 'tls-failed', reason: 'certificate required' }, stage: 'tls', endpoint: starttls },
    'TLS_CLIENT_CERT',
    'admin',
    'ask-admin',
  ],
  [
    '40: octets that are no handshake',
    { fault: { kind: 'tls-failed', reason: 'unexpected message' }, stage: 'tls' },
    'TLS_HANDSHAKE',
    'provider',
    'retry',
  ],
  [
    '39: the handshake ends with an alert',
    { fault: { kind: 'tls-failed', reason: 'handshake failure' }, stage: 'tls' },
    'TLS_HANDSHAKE',
    'provider',
    'retry',
  ],
]

const UPGRADE_CASES: readonly DiagnosisCase[] = [
  [
    '1: STARTTLS is not offered',
    { fault: { kind: 'starttls-missing', offer: 'none' }, stage: 'starttls', endpoint: starttls },
    'STARTTLS_MISSING',
    'network',
    'other-network',
  ],
  [
    '1: STARTTLS is not offered, TLS from the first byte works',
    {
      fault: { kind: 'starttls-missing', offer: 'none' },
      stage: 'starttls',
      endpoint: starttls,
      alternatives: [openEndpoint({})],
    },
    'STARTTLS_MISSING',
    'you',
    'use-endpoint',
  ],
  [
    '2: STARTTLS is answered 454',
    {
      fault: { kind: 'starttls-refused', reply: smtpReply(454, '4.7.0') },
      stage: 'starttls',
      endpoint: starttls,
    },
    'STARTTLS_REFUSED',
    'nobody',
    'wait',
  ],
  [
    'STARTTLS is answered 421: it may pass',
    {
      fault: { kind: 'starttls-refused', reply: smtpReply(421, '4.7.0') },
      stage: 'starttls',
      endpoint: starttls,
    },
    'STARTTLS_REFUSED',
    'nobody',
    'wait',
  ],
  [
    'STARTTLS is answered 502: it will not',
    {
      fault: { kind: 'starttls-refused', reply: smtpReply(502, '5.5.1') },
      stage: 'starttls',
      endpoint: starttls,
    },
    'STARTTLS_REFUSED',
    'provider',
    'retry',
  ],
  [
    'the server dislikes the version of TLS',
    { fault: rejected(smtpReply(421, '4.7.66', 'TLS 1.0 and 1.1 are not supported')), stage: 'send' },
    'TLS_OLD',
    'computer',
    'other-network',
  ],
  [
    'the server misses a certificate of the client',
    { fault: rejected(smtpReply(421, '4.7.0', 'No client certificate presented')), stage: 'greeting' },
    'TLS_CLIENT_CERT',
    'admin',
    'ask-admin',
  ],
  [
    '2: STARTTLS is answered NO, TLS from the first byte works',
    {
      fault: { kind: 'starttls-refused', reply: imapReply(null) },
      stage: 'starttls',
      endpoint: starttls,
      alternatives: [openEndpoint({})],
    },
    'STARTTLS_REFUSED',
    'you',
    'use-endpoint',
  ],
  ...(['early-data', 'injected-data', 'preauth'] as const).map((how): DiagnosisCase => [
    `5-8: tampered: ${how}`,
    {
      fault: { kind: 'tampered', how },
      stage: how === 'injected-data' ? 'starttls' : 'greeting',
      endpoint: starttls,
    },
    'STARTTLS_TAMPERED',
    'network',
    'other-network',
  ]),
  ...(['line', 'reply', 'literal'] as const).map((limit): DiagnosisCase => [
    `14-16: too big a ${limit}`,
    { fault: { kind: 'too-big', limit }, stage: limit === 'line' ? 'greeting' : 'capabilities' },
    'PROTO_TOO_BIG',
    'provider',
    'edit-servers',
  ]),
  [
    '17: garbage as a greeting',
    { fault: { kind: 'garbage' }, stage: 'greeting' },
    'PROTO_GARBAGE',
    'provider',
    'retry',
  ],
  ['24: garbage while signing in', { fault: { kind: 'garbage' } }, 'PROTO_GARBAGE', 'provider', 'retry'],
]

/** Which service answers, and whether the connection can be encrypted. */
export const ENCRYPTION_CASES: readonly DiagnosisCase[] = [
  ...CERTIFICATE_CASES,
  ...SERVICE_CASES,
  ...UPGRADE_CASES,
]
