import type { Provider } from '#shared/catalogue/provider.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { IpAddress, Stage, StageRecord } from '#shared/domain/stage.ts'
import { UNKNOWN_SURROUNDINGS, type Surroundings } from '#shared/domain/surroundings.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { HOSTS, FACTS, walk, resultOf } from '#renderer/gallery/sample-path.ts'

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
