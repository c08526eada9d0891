import type { Provider } from '#shared/catalogue/provider.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { remarksOn } from '#shared/diagnosis/remark.ts'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { IpAddress, Stage, StageEvent, StageRecord } from '#shared/domain/stage.ts'
import type { Lane } from '#renderer/wizard/lanes.ts'
import { UNKNOWN_SURROUNDINGS, type Surroundings } from '#shared/domain/surroundings.ts'

const CERTIFICATE: CertificateFacts = {
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

const HOSTS: Readonly<Record<Protocol, ServerEndpoint>> = {
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

const FACTS: Readonly<Partial<Record<Stage, StageRecord['facts']>>> = {
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
function walk(
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

export function runningLane(protocol: Protocol, at: Stage, waiting: 'yes' | 'no' = 'no'): Lane {
  const endpoint = HOSTS[protocol]
  const { records, now } = walk(endpoint, at)
  const running = { stage: at, status: 'running', startedMs: now, facts: {} } as StageEvent
  return { endpoint, stages: [...records, running], waiting: waiting === 'yes' ? at : null, result: null }
}

export function workingLane(protocol: Protocol, signIn: 'yes' | 'no' = 'yes'): Lane {
  const endpoint = HOSTS[protocol]
  const { records, now } = walk(endpoint, signIn === 'yes' ? null : 'login')
  const skipped = {
    stage: 'login',
    status: 'skipped',
    startedMs: now,
    endedMs: now,
    facts: { why: 'not-asked' },
  } as const
  const stages = signIn === 'yes' ? records : [...records, skipped]
  return {
    endpoint,
    stages,
    waiting: null,
    result: { ...resultOf(endpoint, stages), verdict: 'ok', code: 'OK' },
  }
}

/** The proxy of the gallery. */
export const PROXY = 'proxy.example.org:3128'

/** What a stage looks like when the way leads through a proxy. */
function byProxy(record: StageRecord): StageRecord {
  if (record.stage === 'dns') return { ...record, status: 'skipped', facts: { why: 'proxy' } }
  return record.stage === 'connect' || record.stage === 'proxy'
    ? { ...record, facts: { ...record.facts, proxy: PROXY } }
    : record
}

interface Circumstances {
  /** Another host than the usual one of the sample. */
  readonly host?: string
  readonly provider?: Provider
  readonly alternatives?: readonly Trail[]
  readonly proxy?: typeof PROXY
  readonly credential?: 'token'
  readonly siblings?: readonly Trail[]
  /** Where the name leads. */
  readonly addresses?: readonly IpAddress[]
  readonly surroundings?: Partial<Surroundings>
}

export function failedLane(protocol: Protocol, stage: Stage, fault: Fault, around: Circumstances = {}): Lane {
  const { alternatives = [], siblings = [], proxy, host, credential, addresses, surroundings } = around
  const endpoint = { ...HOSTS[protocol], host: host ?? HOSTS[protocol].host }
  const { records, now } = walk(endpoint, stage)
  const failed = {
    stage,
    status: 'failed',
    startedMs: now,
    endedMs: now + 120,
    facts: FACTS[stage] ?? {},
    fault,
  } as const
  const direct = [...records, failed as StageRecord].map((record) => leadingTo(record, addresses))
  const stages = proxy === undefined ? direct : direct.map(byProxy)
  const base = resultOf(endpoint, stages)
  const finding = diagnose({
    evidence: {
      ...base.evidence,
      passwordSent: wasSent(stage, fault) ? 'yes' : 'no',
    },
    failed: failed as Parameters<typeof diagnose>[0]['failed'],
    alternatives,
    siblings,
    surroundings: { ...UNKNOWN_SURROUNDINGS, ...surroundings },
    address: 'anna@example.org',
    provider: around.provider ?? null,
    origin: 'typed',
    credential: credential ?? 'password',
    signIn: 'password',
    date: '2026-11-20',
  })
  const verdict = fault.kind === 'refused-elsewhere' || fault.kind === 'cancelled' ? 'skipped' : 'failed'
  return {
    endpoint,
    stages,
    waiting: null,
    result: { ...base, verdict, code: finding.code, findings: [finding], passwordSent: finding.passwordSent },
  }
}

function leadingTo(record: StageRecord, addresses: readonly IpAddress[] | undefined): StageRecord {
  return record.stage === 'dns' && addresses !== undefined ? { ...record, facts: { addresses } } : record
}

function wasSent(stage: Stage, { kind }: Fault): boolean {
  return ['mailbox', 'send', 'arrive'].includes(stage) || (stage === 'login' && kind === 'rejected')
}

/** The same server, seen to work behind another door. */
export function otherDoor(protocol: Protocol, port: number): Trail {
  const endpoint: ServerEndpoint = { ...HOSTS[protocol], port, security: 'tls' }
  return { endpoint, stages: walk(endpoint, 'login').records }
}

function resultOf(endpoint: ServerEndpoint, stages: readonly StageRecord[]): EndpointResult {
  const line = (direction: 'sent' | 'received', text: string) => ({ direction, text, atMs: 0, sealed: true })
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

const NOBODY = { provider: null, date: '2026-11-20', credential: 'password' } as const

/** Works today, by a way to sign in whose last day is known. */
export function endingLane(): Lane {
  const lane = workingLane('smtp')
  if (lane.result === null) return lane
  const endpoint = { ...lane.endpoint, host: 'smtp.office365.com' }
  const context = { provider: microsoft365, date: '2026-11-20', credential: 'password' } as const
  const remarks = remarksOn({ ...lane.result.evidence, endpoint, passwordSent: 'yes' }, context)
  if (remarks.length === 0) throw new Error('nothing ends')
  return {
    ...lane,
    endpoint,
    result: { ...lane.result, endpoint, verdict: 'warning', code: 'AUTH_ENDS_SOON', findings: remarks },
  }
}

/** Works, through a virus scanner that this computer trusts. */
export function interceptedLane(protocol: Protocol): Lane {
  const lane = workingLane(protocol)
  if (lane.result === null) return lane
  const { evidence } = lane.result
  const signed = evidence.stages.map((record) =>
    record.stage === 'certificate'
      ? { ...record, facts: { certificate: { ...CERTIFICATE, issuer: 'Avast Web/Mail Shield Root' } } }
      : record,
  )
  const [remark] = remarksOn({ ...evidence, stages: signed }, NOBODY)
  if (remark === undefined) throw new Error('the scanner is not recognised')
  return { ...lane, result: { ...lane.result, verdict: 'warning', code: remark.code, findings: [remark] } }
}
