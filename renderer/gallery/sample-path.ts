import type { CertificateFacts } from '#shared/domain/certificate.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage, StageRecord } from '#shared/domain/stage.ts'

export const CERTIFICATE: CertificateFacts = {
  subject: 'mail.example.org, Example Mail',
  issuer: 'Example Authority R3',
  dnsNames: ['mail.example.org', 'imap.example.org'],
  ipAddresses: [],
  validFrom: '2026-10-01T00:00:00.000Z',
  validTo: '2026-12-30T23:59:59.000Z',
  fingerprint: Array.from({ length: 32 }, (_, index) =>
    (index * 7 + 16).toString(16).toUpperCase().slice(-2),
  ).join(':'),
  publicKey: 'EC prime256v1',
  signature: 'ecdsa-with-SHA256',
  selfSigned: false,
  chain: [{ subject: 'Example Authority R3', fingerprint: 'AA:BB', validTo: '2030-01-01T00:00:00.000Z' }],
}

const DURATIONS: Readonly<Record<Stage, number>> = {
  dns: 12,
  connect: 31,
  proxy: 0,
  greeting: 30,
  capabilities: 29,
  starttls: 30,
  tls: 44,
  certificate: 0,
  login: 61,
  mailbox: 29,
  send: 60,
  arrive: 900,
}

export const HOSTS: Readonly<Record<Protocol, ServerEndpoint>> = {
  imap: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
  smtp: { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' },
  pop3: { protocol: 'pop3', host: 'pop.example.org', port: 995, security: 'tls' },
}

function pathOf({ protocol, security }: ServerEndpoint): readonly Stage[] {
  const end: readonly Stage[] = protocol === 'smtp' ? ['login', 'send', 'arrive'] : ['login', 'mailbox']
  return security === 'starttls'
    ? ['dns', 'connect', 'greeting', 'capabilities', 'starttls', 'tls', 'certificate', 'capabilities', ...end]
    : ['dns', 'connect', 'tls', 'certificate', 'greeting', 'capabilities', ...end]
}

export const FACTS: Readonly<Partial<Record<Stage, StageRecord['facts']>>> = {
  dns: {
    addresses: [
      { address: '2001:db8::25', family: 6 },
      { address: '192.0.2.25', family: 4 },
    ],
  },
  connect: {
    address: '192.0.2.25',
    port: 993,
    attempts: [
      { address: '2001:db8::25', family: 6, outcome: 'unreachable', tookMs: 1 },
      { address: '192.0.2.25', family: 4, outcome: 'connected', tookMs: 30 },
    ],
  },
  greeting: { serverSaid: 'Example mail server ready' },
  capabilities: {
    capabilities: ['IMAP4REV1', 'SASL-IR', 'AUTH=PLAIN', 'IDLE', 'QUOTA'],
    mechanisms: ['PLAIN'],
  },
  tls: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
  certificate: { certificate: CERTIFICATE },
  login: { method: 'plain', userName: 'anna@example.org' },
  mailbox: { messages: 3, unseen: 1, delimiter: '/' },
}

/** The stages up to one of them, one after the other. */
export function walk(
  endpoint: ServerEndpoint,
  until: Stage | null,
): { readonly records: readonly StageRecord[]; readonly now: number } {
  const path = pathOf(endpoint)
  const whole = path.filter((stage) => stage !== 'send' && stage !== 'arrive')
  const stop = until === null ? whole.length : path.indexOf(until)
  let now = 0
  const records = path.slice(0, stop === -1 ? 2 : stop).map((stage) => {
    const startedMs = now
    now += DURATIONS[stage]
    return { stage, status: 'ok', startedMs, endedMs: now, facts: FACTS[stage] ?? {} } as StageRecord
  })
  return { records, now }
}

/** What came of these stages, before a verdict. */
export function resultOf(endpoint: ServerEndpoint, stages: readonly StageRecord[]): EndpointResult {
  const line = (direction: 'sent' | 'received', text: string) => ({
    direction,
    text,
    atMs: 0,
    encrypted: true,
  })
  const transcript = [
    line('received', '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] Example mail server ready'),
    line('sent', 'A1 AUTHENTICATE PLAIN [password]'),
    line('received', 'A1 OK Logged in'),
  ]
  return {
    endpoint,
    userName: 'anna@example.org',
    signIn: 'password',
    verdict: 'failed',
    code: 'OK',
    passwordSent: 'no',
    evidence: { endpoint, stages, transcript, passwordSent: 'no' },
    alternatives: [],
    findings: [],
  }
}
