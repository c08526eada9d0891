import { qq } from '#shared/catalogue/providers/qq.ts'
import { closedEndpoint, openEndpoint, type DiagnosisCase } from './situations.ts'

const timeout = { kind: 'timeout', limitMs: 8_000 } as const
const refused = { kind: 'refused' } as const
const reset = { kind: 'disconnected', how: 'reset' } as const
const closed = { kind: 'disconnected', how: 'closed' } as const
const starttls = { port: 143, security: 'starttls' } as const
const smtp = { protocol: 'smtp', port: 587, security: 'starttls' } as const

/** The way there: names, networks, ports, silence. */
export const NETWORK_CASES: readonly DiagnosisCase[] = [
  ['stopped while looking up', { fault: { kind: 'cancelled' }, stage: 'dns' }, 'CANCELLED', 'you', 'retry'],
  ['stopped while signing in', { fault: { kind: 'cancelled' } }, 'CANCELLED', 'you', 'retry'],
  [
    '41: the name does not exist',
    { fault: { kind: 'name-not-found' }, stage: 'dns' },
    'NET_DNS_NONE',
    'you',
    'edit-servers',
  ],
  [
    'the name does not exist, and a sister service works',
    {
      fault: { kind: 'name-not-found' },
      stage: 'dns',
      siblings: [openEndpoint({ host: 'smtp.example.org' })],
    },
    'NET_DNS_NONE',
    'you',
    'edit-servers',
  ],
  ...(['timeout', 'refused', 'server-failure'] as const).map((detail): DiagnosisCase => [
    `42: the look-up broke: ${detail}`,
    { fault: { kind: 'resolver-failed', detail }, stage: 'dns' },
    'NET_DNS_FAIL',
    'network',
    'retry',
  ]),
  [
    '46: offline at the start',
    { fault: { kind: 'offline' }, stage: 'dns' },
    'NET_OFFLINE',
    'computer',
    'retry',
  ],
  [
    '46: offline on the way',
    { fault: { kind: 'offline' }, stage: 'connect' },
    'NET_OFFLINE',
    'computer',
    'retry',
  ],
  [
    'no answer at this port, another port works',
    {
      fault: timeout,
      stage: 'connect',
      endpoint: smtp,
      alternatives: [openEndpoint({ ...smtp, port: 465, security: 'tls' })],
    },
    'NET_PORT_BLOCKED',
    'you',
    'use-endpoint',
  ],
  [
    'no answer at this port, another port answers but cannot be used',
    {
      fault: timeout,
      stage: 'connect',
      alternatives: [closedEndpoint(starttls, 'starttls', { kind: 'starttls-missing', offer: 'none' })],
    },
    'NET_PORT_BLOCKED',
    'network',
    'other-network',
  ],
  [
    'no answer at this port, a sister service answers at the same host',
    { fault: timeout, stage: 'connect', endpoint: smtp, siblings: [openEndpoint({})] },
    'NET_PORT_BLOCKED',
    'network',
    'other-network',
  ],
  ['45: no answer at all', { fault: timeout, stage: 'connect' }, 'NET_TIMEOUT', 'network', 'retry'],
  [
    'no answer, and no other port answers either',
    { fault: timeout, stage: 'connect', alternatives: [closedEndpoint(starttls, 'connect', timeout)] },
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'no answer, a sister service answers at another host',
    { fault: timeout, stage: 'connect', siblings: [openEndpoint({ ...smtp, host: 'smtp.example.org' })] },
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    '19: the greeting does not come',
    { fault: timeout, stage: 'greeting' },
    'NET_TIMEOUT',
    'provider',
    'retry',
  ],
  [
    '20: the capabilities do not come',
    { fault: timeout, stage: 'capabilities' },
    'NET_TIMEOUT',
    'provider',
    'retry',
  ],
  [
    'the greeting does not come, and another port works',
    { fault: timeout, stage: 'greeting', alternatives: [openEndpoint(starttls)] },
    'NET_TIMEOUT',
    'you',
    'use-endpoint',
  ],
  [
    'nothing listens at this port',
    { fault: refused, stage: 'connect' },
    'NET_REFUSED',
    'you',
    'edit-servers',
  ],
  [
    'nothing listens at this port, another one works',
    { fault: refused, stage: 'connect', alternatives: [openEndpoint(starttls)] },
    'NET_REFUSED',
    'you',
    'use-endpoint',
  ],
  [
    'nothing listens at this port, another one answers but cannot be used',
    { fault: refused, stage: 'connect', alternatives: [closedEndpoint(starttls, 'greeting', timeout)] },
    'NET_REFUSED',
    'you',
    'edit-servers',
  ],
  [
    'no way there',
    { fault: { kind: 'unreachable' }, stage: 'connect' },
    'NET_UNREACHABLE',
    'network',
    'other-network',
  ],
  [
    'no way there at any port',
    {
      fault: { kind: 'unreachable' },
      stage: 'connect',
      alternatives: [closedEndpoint(starttls, 'connect', { kind: 'unreachable' })],
    },
    'NET_UNREACHABLE',
    'network',
    'other-network',
  ],
  [
    'silence where TLS is expected from the first byte',
    {
      fault: timeout,
      stage: 'greeting',
      endpoint: { security: 'starttls' },
      alternatives: [openEndpoint({})],
    },
    'TLS_EXPECTED',
    'you',
    'use-endpoint',
  ],
  [
    'hung up where TLS is expected from the first byte',
    {
      fault: closed,
      stage: 'greeting',
      endpoint: { security: 'starttls' },
      alternatives: [openEndpoint({})],
    },
    'TLS_EXPECTED',
    'you',
    'use-endpoint',
  ],
  [
    'silence, and TLS from the first byte does not work either',
    {
      fault: timeout,
      stage: 'greeting',
      endpoint: { security: 'starttls' },
      alternatives: [closedEndpoint({}, 'tls', timeout)],
    },
    'NET_TIMEOUT',
    'provider',
    'retry',
  ],
  ['25: reset after the greeting', { fault: reset, stage: 'capabilities' }, 'NET_RESET', 'network', 'retry'],
  [
    '25: reset after the password',
    { fault: reset, passwordSent: 'unknown' },
    'NET_RESET',
    'you',
    'edit-password',
  ],
  [
    'hung up at the sign-in before the password',
    { fault: closed, passwordSent: 'no' },
    'NET_RESET',
    'network',
    'retry',
  ],
  [
    'hung up right after the password, another port works',
    { fault: closed, passwordSent: 'unknown', alternatives: [openEndpoint(starttls)] },
    'NET_RESET',
    'you',
    'edit-password',
  ],
  [
    '53: hung up right after the password at QQ',
    { fault: closed, passwordSent: 'unknown', provider: qq },
    'NET_RESET',
    'you',
    'app-password',
  ],
  [
    'hung up right after a token',
    { fault: closed, passwordSent: 'unknown', credential: 'token' },
    'NET_RESET',
    'you',
    'oauth-sign-in',
  ],
  [
    'hung up during the handshake, another port works',
    { fault: closed, stage: 'tls', alternatives: [openEndpoint(starttls)] },
    'NET_RESET',
    'you',
    'use-endpoint',
  ],
]
