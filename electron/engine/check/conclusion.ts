import { works } from '#shared/diagnosis/alternatives.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { remarksOn } from '#shared/diagnosis/remark.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { failureIn, reached, type Evidence, type Trail } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import { STAGES, type FailedStage, type Stage } from '#shared/domain/stage.ts'
import { UNKNOWN_SURROUNDINGS, type Surroundings } from '#shared/domain/surroundings.ts'
import type { EndpointResult, Verdict } from '#shared/finding/check-result.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { CheckSetting } from '#engine/check/check-setting.ts'
import { mayBeTheNetwork } from '#engine/check/network-observation.ts'
import type { OtherEndpoints, Where } from '#engine/check/other-endpoints.ts'
import { reachingStage } from '#engine/check/silence-watch.ts'
import type { WebAtPort } from '#engine/surroundings/web-at-port.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Credential } from '#engine/secret.ts'

/** A check whose probe has ended. */
export interface EndedCheck {
  readonly evidence: Evidence
  /** The check itself among those of the same run. */
  readonly trail: Trail
  readonly service: ConfirmedService
  readonly credential: Credential | null
  readonly endpoints: OtherEndpoints
  readonly webAtPort: WebAtPort
  readonly setting: CheckSetting
  readonly tools: ProbeTools
}

/** What a check came to: after a failure the other ports and the network are looked at, and the rules name the cause. */
export async function conclude(check: EndedCheck): Promise<EndpointResult> {
  const { evidence, service, endpoints, setting, tools } = check
  const { endpoint, userName, signIn } = service
  const context = {
    provider: setting.provider,
    credential: signIn === 'none' ? 'none' : (check.credential?.kind ?? 'none'),
    date: tools.clock.date().toISOString().slice(0, 10),
  } as const
  const testedAt = tools.clock.date().toISOString()
  const base = { endpoint, userName, signIn, passwordSent: evidence.passwordSent, evidence, testedAt }
  const failed = failureIn(evidence)
  if (failed === null) return { ...base, ...success(remarksOn(evidence, context)) }
  const surroundings = await lookForReasons(failed, check)
  const alternatives = endpoints.trails
  const finding = diagnose({
    evidence,
    failed,
    alternatives,
    siblings: setting.siblingsOf(check.trail),
    surroundings,
    address: setting.address,
    origin: service.origin,
    signIn,
    ...context,
  })
  return { ...base, verdict: verdictOf(failed.fault), code: finding.code, alternatives, findings: [finding] }
}

/** Where another port works there is nothing left to ask the network. */
async function lookForReasons(failed: FailedStage, check: EndedCheck): Promise<Surroundings> {
  const { service, endpoints, setting, tools } = check
  const isAway = !isLoopbackHost(service.endpoint.host)
  const around = isAway && mayBeTheNetwork(failed) ? setting.networkObservation.observe() : null
  const reaching = reachingStage(service.endpoint.host, tools)
  if (isWorthProbing(failed, reaching)) await endpoints.observe(hostsToProbe(failed))
  const atPort = mayBeTheWeb(failed, check) ? await check.webAtPort.ask() : null
  const seen = around === null || endpoints.trails.some(works) ? UNKNOWN_SURROUNDINGS : await around
  return { ...seen, atPort }
}

/** Nothing came that a mail server says first: no greeting, or no TLS and no greeting either. */
function mayBeTheWeb({ stage, fault }: FailedStage, { service, endpoints }: EndedCheck): boolean {
  const { port, security } = service.endpoint
  if (fault.kind === 'not-tls')
    return !endpoints.trails.some((trail) => trail.endpoint.port === port && reached(trail, 'greeting'))
  return stage === 'greeting' && security !== 'tls' && ['timeout', 'disconnected'].includes(fault.kind)
}

function success(
  remarks: readonly Finding[],
): Pick<EndpointResult, 'verdict' | 'code' | 'alternatives' | 'findings'> {
  const [first] = remarks
  return first === undefined
    ? { verdict: 'ok', code: 'OK', alternatives: [], findings: [] }
    : { verdict: 'warning', code: first.code, alternatives: [], findings: remarks }
}

/** The faults that another port of the same server might explain or get round. */
const WORTH_A_LOOK: ReadonlySet<Fault['kind']> = new Set([
  'refused',
  'unreachable',
  'timeout',
  'disconnected',
  'not-tls',
  'wrong-service',
  'starttls-missing',
  'starttls-refused',
  'proxy-refused',
])

/** Before the server could be reached, no port of it can do better; nor where the proxy wants a sign-in. */
function isWorthProbing({ stage, fault }: FailedStage, reaching: Stage): boolean {
  if (STAGES.indexOf(stage) < STAGES.indexOf(reaching)) return false
  if (fault.kind === 'proxy-refused' && fault.reason.startsWith('auth')) return false
  return WORTH_A_LOOK.has(fault.kind)
}

/** A port that has spoken, if only as the wrong service, has shown its encryption: the other kind would wait in vain. */
function hostsToProbe({ fault }: FailedStage): Where {
  return fault.kind === 'wrong-service' ? 'elsewhere' : 'everywhere'
}

function verdictOf(fault: Fault): Verdict {
  return fault.kind === 'cancelled' || fault.kind === 'refused-elsewhere' ? 'skipped' : 'failed'
}
