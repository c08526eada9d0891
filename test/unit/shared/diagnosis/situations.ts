import type { Provider } from '#shared/catalogue/provider.ts'
import type { ActionKind } from '#shared/finding/action.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { Situation } from '#shared/diagnosis/situation.ts'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import type { PasswordSent, Trail } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type {
  ImapServerReply,
  Pop3ServerReply,
  ServerReply,
  SmtpServerReply,
} from '#shared/domain/server-reply.ts'
import {
  STAGES,
  type FailedStage,
  type IpAddress,
  type Stage,
  type StageRecord,
} from '#shared/domain/stage.ts'
import { UNKNOWN_SURROUNDINGS, type Surroundings } from '#shared/domain/surroundings.ts'

export const HOST = 'mail.example.org'

export const CERTIFICATE: CertificateFacts = {
  subject: 'mail.example.net',
  issuer: 'Example Authority',
  dnsNames: ['mail.example.net', 'a.example.net', 'b.example.net', 'c.example.net', 'd.example.net'],
  ipAddresses: ['192.0.2.1'],
  validFrom: '2026-12-24T00:00:00.000Z',
  validTo: '2026-10-03T00:00:00.000Z',
  fingerprint: 'AB:CD',
  publicKey: 'EC prime256v1',
  signature: 'ecdsa-with-SHA256',
  selfSigned: false,
  chain: [],
}

/** What a test says about a situation; the rest is the usual. */
export interface Parts {
  readonly fault: Fault
  readonly stage?: Stage
  readonly endpoint?: Partial<ServerEndpoint>
  readonly certificate?: CertificateFacts
  /** The proxy on the way, as `host:port`. */
  readonly proxy?: string
  readonly passwordSent?: PasswordSent
  readonly alternatives?: readonly Trail[]
  readonly siblings?: readonly Trail[]
  readonly surroundings?: Partial<Surroundings>
  /** Where the name of the server led. */
  readonly addresses?: readonly IpAddress[]
  readonly provider?: Provider
  readonly origin?: Situation['origin']
  readonly credential?: Situation['credential']
  readonly signIn?: Situation['signIn']
  readonly date?: string
}

/** A situation and what has to come of it: its code, whose turn it is, and the first action. */
export type DiagnosisCase = readonly [name: string, parts: Parts, code: Code, turn: Turn, first: ActionKind]

export function endpoint(change: Partial<ServerEndpoint> = {}): ServerEndpoint {
  return { protocol: 'imap', host: HOST, port: 993, security: 'tls', ...change }
}

function passed(stage: Stage): StageRecord {
  return { stage, status: 'ok', startedMs: 0, endedMs: 1, facts: {} }
}

function failedAt(stage: Stage, fault: Fault): FailedStage {
  return { stage, status: 'failed', startedMs: 1, endedMs: 2, facts: {}, fault }
}

/** The same trail by way of a proxy, which opened a tunnel if anything came after the connection to it. */
export function through(proxy: string, { endpoint, stages }: Trail): Trail {
  const seen = stages.flatMap((record, index): readonly StageRecord[] => {
    if (record.stage !== 'connect') return [record]
    const next = stages[index + 1]?.stage
    const marked = { ...record, facts: { ...record.facts, proxy } }
    return next === undefined || next === 'proxy' ? [marked] : [marked, passed('proxy')]
  })
  return { endpoint, stages: seen }
}

/** A port that was probed: everything up to the capabilities went well. */
export function openEndpoint(change: Partial<ServerEndpoint>): Trail {
  const stages: readonly Stage[] = ['dns', 'connect', 'tls', 'certificate', 'greeting', 'capabilities']
  return { endpoint: endpoint(change), stages: stages.map(passed) }
}

/** A port that was probed, and failed. */
export function closedEndpoint(change: Partial<ServerEndpoint>, stage: Stage, fault: Fault): Trail {
  return { endpoint: endpoint(change), stages: [...before(stage), failedAt(stage, fault)] }
}

function before(stage: Stage): readonly StageRecord[] {
  const path: readonly Stage[] = ['dns', 'connect', 'tls', 'greeting']
  return path.filter((other) => STAGES.indexOf(other) < STAGES.indexOf(stage)).map(passed)
}

function withAddresses(record: StageRecord, addresses: readonly IpAddress[] | undefined): StageRecord {
  return record.stage === 'dns' && addresses !== undefined ? { ...record, facts: { addresses } } : record
}

export function situation(parts: Parts): Situation {
  const failed = failedAt(parts.stage ?? 'login', parts.fault)
  const seen: readonly StageRecord[] =
    parts.certificate === undefined
      ? []
      : [{ ...passed('certificate'), stage: 'certificate', facts: { certificate: parts.certificate } }]
  const way = before(failed.stage).map((record) => withAddresses(record, parts.addresses))
  const trail = { endpoint: endpoint(parts.endpoint), stages: [...way, ...seen, failed] }
  return {
    evidence: {
      ...(parts.proxy === undefined ? trail : through(parts.proxy, trail)),
      transcript: [],
      passwordSent: parts.passwordSent ?? 'no',
    },
    failed,
    alternatives: parts.alternatives ?? [],
    siblings: parts.siblings ?? [],
    surroundings: { ...UNKNOWN_SURROUNDINGS, ...parts.surroundings },
    address: 'anna@example.org',
    provider: parts.provider ?? null,
    origin: parts.origin ?? 'found',
    credential: parts.credential ?? 'password',
    signIn: parts.signIn ?? 'password',
    date: parts.date ?? '2026-11-20',
  }
}

export function smtpReply(code: number, enhanced: string | null = null, text = ''): SmtpServerReply {
  return { protocol: 'smtp', code, enhanced, text }
}

export function imapReply(
  responseCode: string | null,
  text = '',
  status: 'NO' | 'BAD' | 'BYE' = 'NO',
): ImapServerReply {
  return { protocol: 'imap', status, responseCode, text }
}

export function popReply(responseCode: string | null, text = ''): Pop3ServerReply {
  return { protocol: 'pop3', status: '-ERR', responseCode, text }
}

export function rejected(reply: ServerReply): Fault {
  return { kind: 'rejected', reply }
}
