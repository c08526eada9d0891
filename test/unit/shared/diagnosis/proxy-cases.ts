import type { Fault } from '#shared/domain/fault.ts'
import { closedEndpoint, openEndpoint, through, type DiagnosisCase } from './situations.ts'

const proxy = 'proxy.example.org:3128'
const timeout = { kind: 'timeout', limitMs: 8_000 } as const
const smtp = { protocol: 'smtp', port: 587, security: 'starttls' } as const
const open465 = through(proxy, openEndpoint({ ...smtp, port: 465, security: 'tls' }))

type Expected = readonly [DiagnosisCase[2], DiagnosisCase[3], DiagnosisCase[4]]

const connecting = (name: string, fault: Fault, ...expected: Expected): DiagnosisCase => [
  `on the way to the proxy: ${name}`,
  { fault, stage: 'connect', proxy },
  ...expected,
]
const tunnelling = (name: string, fault: Fault, ...expected: Expected): DiagnosisCase => [
  `the proxy: ${name}`,
  { fault, stage: 'proxy', endpoint: smtp, proxy },
  ...expected,
]
const refusing = (reason: Extract<Fault, { kind: 'proxy-refused' }>['reason'], status: number | null) =>
  ({ kind: 'proxy-refused', reason, status }) as const

/** The way through a proxy: the proxy itself, and what it says about the way behind it. */
export const PROXY_CASES: readonly DiagnosisCase[] = [
  ...(['name-not-found', 'refused', 'unreachable'] as const).map((kind) =>
    connecting(kind, { kind }, 'PROXY_UNREACHABLE', 'network', 'retry'),
  ),
  connecting('silence', timeout, 'PROXY_UNREACHABLE', 'network', 'retry'),
  connecting(
    'the look-up broke',
    { kind: 'resolver-failed', detail: 'timeout' },
    'PROXY_UNREACHABLE',
    'network',
    'retry',
  ),
  connecting('no network', { kind: 'offline' }, 'NET_OFFLINE', 'computer', 'retry'),
  connecting('stopped', { kind: 'cancelled' }, 'CANCELLED', 'you', 'retry'),
  ...(['closed', 'garbage', 'too-big', 'tls', 'certificate'] as const).map((how) =>
    tunnelling(how, { kind: 'proxy-unusable', how }, 'PROXY_UNUSABLE', 'computer', 'set-proxy'),
  ),
  tunnelling('wants a password', refusing('auth', 407), 'PROXY_AUTH', 'you', 'set-proxy'),
  tunnelling('does not take this password', refusing('auth', 1), 'PROXY_AUTH', 'you', 'set-proxy'),
  tunnelling('wants another sign-in', refusing('auth-method', 407), 'PROXY_AUTH', 'network', 'other-network'),
  tunnelling('forbids it', refusing('forbidden', 403), 'PROXY_REFUSED', 'network', 'other-network'),
  tunnelling(
    'cannot, and is silent about why',
    refusing('failed', 1),
    'PROXY_REFUSED',
    'network',
    'other-network',
  ),
  [
    'the proxy: forbids it, and connects to another port',
    { fault: refusing('forbidden', 403), stage: 'proxy', endpoint: smtp, proxy, alternatives: [open465] },
    'PROXY_REFUSED',
    'you',
    'use-endpoint',
  ],
  tunnelling('nothing listens there', { kind: 'refused' }, 'NET_REFUSED', 'you', 'edit-servers'),
  tunnelling('it knows no way there', { kind: 'unreachable' }, 'NET_UNREACHABLE', 'network', 'other-network'),
  tunnelling('the name does not exist', { kind: 'name-not-found' }, 'NET_DNS_NONE', 'you', 'edit-servers'),
  tunnelling(
    'its own look-up broke',
    { kind: 'resolver-failed', detail: 'server-failure' },
    'NET_DNS_FAIL',
    'network',
    'retry',
  ),
  tunnelling('silence', timeout, 'NET_TIMEOUT', 'network', 'retry'),
  [
    'the proxy: silence, and another port works',
    { fault: timeout, stage: 'proxy', endpoint: smtp, proxy, alternatives: [open465] },
    'NET_PORT_BLOCKED',
    'you',
    'use-endpoint',
  ],
  [
    'the proxy: silence at every port, which says nothing about the host',
    {
      fault: timeout,
      stage: 'proxy',
      endpoint: smtp,
      proxy,
      alternatives: [through(proxy, closedEndpoint({ ...smtp, port: 465 }, 'proxy', timeout))],
    },
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'the proxy: silence, and it connected a sister service to the same host',
    { fault: timeout, stage: 'proxy', endpoint: smtp, proxy, siblings: [through(proxy, openEndpoint({}))] },
    'NET_PORT_BLOCKED',
    'network',
    'other-network',
  ],
]
